import { essence } from '../../../model/media-type.ts';
import type { MediaTypeObject } from '../../../model/spec.ts';
import { type FoundChange, keyPlace, type Pair, placeOf, type KeyChange, say } from './found.ts';
import { compareHeaders } from './headers.ts';
import { coveringOf, normalized } from './media-types.ts';
import { partsOf, valuesOf } from './parts.ts';
import { propertiesOf } from './properties.ts';
import { type Serialization, serialization } from './serialization.ts';
import { type At, breaks, joinPath } from './subject.ts';
import { typesOf } from './values.ts';

type Encoding = NonNullable<MediaTypeObject['encoding']>[string];

/** A property's schemas, and how it is encoded where that is said. */
type Property = { readonly schemas: readonly unknown[]; readonly encoding?: Encoding | undefined };

/**
 * The Encoding Objects (OpenAPI 3.1, section 4.8.15) of the properties that both have. The standard knows them in
 * requests only; where answers have them, they are read in the same way.
 */
export function compareEncodings(
  { base, revision }: Pair<MediaTypeObject>,
  type: string,
  at: At,
): FoundChange[] {
  const isMultipart = essence(type).startsWith('multipart/');
  if (!isMultipart && essence(type) !== 'application/x-www-form-urlencoded') return [];
  const [before, now] = [propertiesOfBody(base, at), propertiesOfBody(revision, at)];
  return [...now].flatMap(([name, property]) => {
    const earlier = before.get(name);
    if (earlier === undefined) return [];
    const pair = { base: earlier, revision: property };
    const own = at.holder.of(name);
    const encodings = { base: earlier.encoding ?? {}, revision: property.encoding ?? {} };
    const holder = { whole: own, of: (path: string): string => at.holder.of(joinPath(name, path)) };
    return [
      ...[...styleRows(own, pair), ...contentTypeRows(own, pair, at)].flatMap((row) =>
        row === false ? [] : [say(row[1], row[2], placeIn(at, pair, row[0]))],
      ),
      ...(isMultipart ? compareHeaders(encodings, { ...at, holder }) : []),
    ];
  });
}

function propertiesOfBody({ schema, encoding }: MediaTypeObject, at: At): ReadonlyMap<string, Property> {
  const all = [...propertiesOf(partsOf([schema]), at)];
  return new Map(all.map(([name, schemas]) => [name, { schemas, encoding: encoding?.[name] }]));
}

function placeIn({ specs }: At, { base, revision }: Pair<Property>, key: string): FoundChange['place'] {
  const [before, now] = [base.encoding, revision.encoding];
  if (before === undefined || now === undefined) return placeOf(specs, { base: before, revision: now }, key);
  return keyPlace(specs, { base: before, revision: now }, key);
}

function styleRows(name: string, { base, revision }: Pair<Property>): KeyChange[] {
  return serialization(name, toSerialization(base), toSerialization(revision));
}

function toSerialization({ schemas, encoding: { style = 'form', ...said } = {} }: Property): Serialization {
  const { explode = style === 'form', allowReserved = false } = said;
  return { style, explode, allowReserved, schema: { allOf: schemas } };
}

function contentTypeRows(name: string, { base, revision }: Pair<Property>, at: At): KeyChange[] {
  const [before, now] = [contentTypes(base), contentTypes(revision)];
  const isWithin = (some: ContentTypes, others: ContentTypes): boolean =>
    [...some.values()].every((type) => coveringOf(others, type) !== undefined);
  const [isNarrower, isWider] = [isWithin(now, before), isWithin(before, now)];
  if (isNarrower && isWider) return [];
  const [was, is] = [before, now].map((types) => [...types.values()].join(', '));
  const shift = isWider ? 'wider' : 'other';
  const text = `${name} has the media type \`${is}\` instead of \`${was}\``;
  return [['contentType', text, breaks(at, isNarrower ? 'narrower' : shift)]];
}

type ContentTypes = ReadonlyMap<string, string>;

/** The media types of a part by their normalized names. */
function contentTypes({ schemas, encoding }: Property): ContentTypes {
  const said = encoding?.contentType?.split(',') ?? [implied(schemas)];
  return new Map(said.map((type) => [normalized(type), type.trim()]));
}

/** The media type of a property of which none is said, by its type (section 4.8.14.4). */
function implied(schemas: readonly unknown[]): string {
  const parts = partsOf(schemas);
  const types = typesOf(parts)?.filter((type) => type !== 'null');
  if (types?.length === 1 && types[0] === 'array') return implied(valuesOf(parts, 'items'));
  if (types === undefined || types.includes('object')) return 'application/json';
  const isBinary =
    valuesOf(parts, 'contentEncoding').length > 0 || valuesOf(parts, 'format').includes('binary');
  return isBinary ? 'application/octet-stream' : 'text/plain';
}
