import { isObject } from '../../../base/read.ts';
import { essence } from '../../../model/media-type.ts';
import type { MediaTypeObject } from '../../../model/spec.ts';
import { keywordRule } from './change-rules.ts';
import { type FoundChange, type KeyChange, keyChanges } from './found-change.ts';
import { compareHeaders } from './headers.ts';
import { both, type Pair } from './pair.ts';
import { partsOf, valuesOf } from './parts.ts';
import { propertiesOf } from './properties.ts';
import { joinPath, type SchemaContext } from './schema-context.ts';
import { findCovering, normalized, type Serialization, serialization } from './serialization.ts';
import { typesOf } from './values.ts';

type Encoding = NonNullable<MediaTypeObject['encoding']>[string];

/** A property's schemas, and its encoding if the spec has one. */
type Property = { readonly schemas: readonly unknown[]; readonly encoding?: Encoding | undefined };

/**
 * Compares the Encoding Objects (OpenAPI 3.1, section 4.8.15) of the properties that both have. The standard defines them
 * for requests only; those of responses are read in the same way.
 */
export function compareEncodings(
  bodies: Pair<MediaTypeObject>,
  type: string,
  at: SchemaContext,
): FoundChange[] {
  const isMultipart = essence(type).startsWith('multipart/');
  if (!isMultipart && essence(type) !== 'application/x-www-form-urlencoded') return [];
  const { base: before, revision: now } = both(bodies, (body) => propertiesOfBody(body, at));
  return [...now].flatMap(([name, revision]) => {
    const base = before.get(name);
    if (base === undefined) return [];
    const pair = { base, revision };
    const holder = { whole: at.holder.of(name), of: (path: string) => at.holder.of(joinPath(name, path)) };
    const headers = both(pair, ({ encoding }) => encoding ?? {});
    const places = both(pair, ({ encoding, schemas }) => encoding ?? schemas.find(isObject));
    return [
      ...keyChanges(at.specs, places, [
        ...serialization(holder.whole, toSerialization(base), toSerialization(revision)),
        contentTypeRow(holder.whole, pair, at),
      ]),
      ...(isMultipart ? compareHeaders(headers, { ...at, holder }) : []),
    ];
  });
}

function propertiesOfBody(
  { schema, encoding }: MediaTypeObject,
  at: SchemaContext,
): ReadonlyMap<string, Property> {
  const all = [...propertiesOf(partsOf([schema]), at)];
  return new Map(all.map(([name, schemas]) => [name, { schemas, encoding: encoding?.[name] }]));
}

function toSerialization({
  schemas,
  encoding: { style = 'form', ...declared } = {},
}: Property): Serialization {
  const { explode = style === 'form', allowReserved = false } = declared;
  return { style, explode, allowReserved, schema: { allOf: schemas } };
}

function contentTypeRow(name: string, pair: Pair<Property>, at: SchemaContext): KeyChange {
  const { base: before, revision: now } = both(pair, contentTypes);
  const isWithin = (some: ContentTypes, others: ContentTypes): boolean =>
    [...some.values()].every((type) => findCovering(others, type) !== undefined);
  const [isNarrower, isWider] = [isWithin(now, before), isWithin(before, now)];
  if (isNarrower && isWider) return false;
  const [was, is] = [before, now].map((types) => [...types.values()].join(', '));
  const shift = isWider ? 'wider' : 'other';
  const text = `${name} has the media type \`${is}\` instead of \`${was}\``;
  return ['contentType', text, keywordRule(at.side, 'encoding', isNarrower ? 'narrower' : shift)];
}

type ContentTypes = ReadonlyMap<string, string>;

/** The media types of a part by their normalized names. */
function contentTypes({ schemas, encoding }: Property): ContentTypes {
  const declared = encoding?.contentType?.split(',') ?? [implied(schemas)];
  return new Map(declared.map((type) => [normalized(type), type.trim()]));
}

/** The default media type of a property, by its type (section 4.8.14.4). */
function implied(schemas: readonly unknown[]): string {
  const parts = partsOf(schemas);
  const types = typesOf(parts)?.filter((type) => type !== 'null');
  if (types?.length === 1 && types[0] === 'array') return implied(valuesOf(parts, 'items'));
  const [mediaType] = valuesOf(parts, 'contentMediaType').map(String);
  if (types === undefined && mediaType !== undefined) return mediaType;
  if (types === undefined || types.includes('object')) return 'application/json';
  const isBinary = valuesOf(parts, 'contentEncoding').length > 0;
  return isBinary ? 'application/octet-stream' : 'text/plain';
}
