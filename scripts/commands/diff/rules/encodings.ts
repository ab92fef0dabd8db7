import { essence } from '../../../model/media-type.ts';
import type { MediaTypeObject } from '../../../model/spec.ts';
import {
  type FoundChange,
  type KeyChange,
  keyPlace,
  type Pair,
  placeOf,
  plainChange,
} from './found-change.ts';
import { compareHeaders } from './headers.ts';
import { findCovering, normalized } from './media-types.ts';
import { partsOf, valuesOf } from './parts.ts';
import { propertiesOf } from './properties.ts';
import { breaks, joinPath, type SchemaContext } from './schema-context.ts';
import { type Serialization, serialization } from './serialization.ts';
import { typesOf } from './values.ts';

type Encoding = NonNullable<MediaTypeObject['encoding']>[string];

/** A property's schemas, and its encoding if the spec has one. */
type Property = { readonly schemas: readonly unknown[]; readonly encoding?: Encoding | undefined };

/**
 * Compares the Encoding Objects (OpenAPI 3.1, section 4.8.15) of the properties that both have. The standard defines them
 * for requests only; those of responses are read in the same way.
 */
export function compareEncodings(
  { base, revision }: Pair<MediaTypeObject>,
  type: string,
  at: SchemaContext,
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
        row === false ? [] : [plainChange(row[1], row[2], placeIn(at, pair, row[0]))],
      ),
      ...(isMultipart ? compareHeaders(encodings, { ...at, holder }) : []),
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

function placeIn(
  { specs }: SchemaContext,
  { base, revision }: Pair<Property>,
  key: string,
): FoundChange['place'] {
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

function contentTypeRows(name: string, { base, revision }: Pair<Property>, at: SchemaContext): KeyChange[] {
  const [before, now] = [contentTypes(base), contentTypes(revision)];
  const isWithin = (some: ContentTypes, others: ContentTypes): boolean =>
    [...some.values()].every((type) => findCovering(others, type) !== undefined);
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

/** The default media type of a property, by its type (section 4.8.14.4). */
function implied(schemas: readonly unknown[]): string {
  const parts = partsOf(schemas);
  const types = typesOf(parts)?.filter((type) => type !== 'null');
  if (types?.length === 1 && types[0] === 'array') return implied(valuesOf(parts, 'items'));
  if (types === undefined || types.includes('object')) return 'application/json';
  const isBinary =
    valuesOf(parts, 'contentEncoding').length > 0 || valuesOf(parts, 'format').includes('binary');
  return isBinary ? 'application/octet-stream' : 'text/plain';
}
