import { joinPointer } from '../../../base/pointer.ts';
import { essence } from '../../../model/media-type.ts';
import type { Spec } from '../../../model/spec.ts';
import { isRecord, type Node, walk } from '../../../model/walk.ts';
import { toSpec } from '../../../openapi/load/load.ts';
import { plainPattern } from './plain-pattern.ts';
import { isText } from './same.ts';

/**
 * A spec with one spelling for what JSON Schema 2020-12 and OpenAPI 3.1 can write in several ways. Only these spellings
 * are compared. Places are those of the given spec.
 */
export function canonical(spec: Spec): Spec {
  const bundle: Node = structuredClone(spec.bundle);
  const written = new Map<string, string>();
  walk(bundle, (node, pointer) => {
    const place = unwrap(node, writtenAt(pointer, written));
    written.set(pointer, place);
    for (const [to, from] of spellings.flatMap((respell) => respell(node))) {
      written.set(joinPointer(pointer, to), joinPointer(place, from));
    }
    dropWithoutEffect(node);
  });
  walk(bundle, ({ content }) => {
    if (isRecord(content)) for (const [type, media] of Object.entries(content)) dropBinarySchema(type, media);
  });
  const locate: Spec['locate'] = (pointer) => spec.locate(writtenAt(pointer, written));
  return toSpec(spec.file, bundle, locate) ?? spec;
}

/** The place of a pointer in the given spec: that of the nearest part which is known, and the rest. */
function writtenAt(pointer: string, written: ReadonlyMap<string, string>): string {
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const place = written.get(pointer.slice(0, end));
    if (place !== undefined) return place + pointer.slice(end);
  }
  return pointer;
}

const unions = ['allOf', 'anyOf', 'oneOf'];

/** Replaces an `allOf`, `anyOf` or `oneOf` of one schema by that schema, unless it says more. Returns where that is. */
function unwrap(node: Node, place: string): string {
  const [keyword = '', ...more] = Object.keys(node).filter((key) => !isText(key));
  const list = node[keyword];
  if (more.length > 0 || !unions.includes(keyword) || !Array.isArray(list)) return place;
  const [only, ...others] = list;
  if (!isRecord(only) || others.length > 0) return place;
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, only);
  return unwrap(node, joinPointer(place, keyword, 0));
}

/** A keyword that took the place of another one. */
type Rename = readonly [to: string, from: string];

/** Writes a part of a node in the spelling that is compared. */
type Spelling = (node: Node) => readonly Rename[];

const octets = 'application/octet-stream';

/** `format: byte` is base64 (OpenAPI 3.0, section 4.4; JSON Schema Validation, section 8.3). */
const encodings: Readonly<Record<string, string>> = { byte: 'base64', base64url: 'base64url' };

const spellings: readonly Spelling[] = [
  (node) => {
    const encoding = typeof node.format === 'string' ? encodings[node.format] : undefined;
    const { contentEncoding: given = encoding } = node;
    if (encoding === undefined || String(given).toLowerCase() !== encoding) return [];
    delete node.format;
    node.contentEncoding = encoding;
    return [['contentEncoding', 'format']];
  },
  /** `format: binary` is the media type of octets (OpenAPI 3.1, section 4.8.14.2). */
  (node) => {
    const { format, contentEncoding, contentMediaType = octets } = node;
    if (format !== 'binary' || contentEncoding !== undefined || !isOctets(contentMediaType)) return [];
    delete node.format;
    node.contentMediaType = octets;
    return [['contentMediaType', 'format']];
  },
  /** Octets that are not encoded as text have no type (section 4.8.14.2). */
  (node) => {
    const { type, contentEncoding, contentMediaType } = node;
    if (type === 'string' && contentEncoding === undefined && isOctets(contentMediaType)) delete node.type;
    return [];
  },
  /** `const` is an `enum` of one value (JSON Schema Validation, section 6.1.3). */
  (node) => {
    if (!('const' in node) || 'enum' in node) return [];
    node.enum = [node.const];
    delete node.const;
    return [['enum', 'const']];
  },
  /** The only value of null, and both values of boolean (section 6.1.1). */
  (node) => {
    const { enum: values, type } = node;
    const all = Array.isArray(values) ? Object.entries(allValues).find(([, of]) => of(values)) : undefined;
    if (all === undefined || (type !== undefined && String(type) !== all[0])) return [];
    delete node.enum;
    node.type = all[0];
    return type === undefined ? [['type', 'enum']] : [];
  },
  /** Multiples of a whole number are whole, and numbers include integers (sections 6.1.1 and 6.2.1). */
  (node) => {
    const { type, multipleOf } = node;
    const types = [type].flat();
    if (types.includes('number') && Number.isInteger(multipleOf)) {
      node.type = types.map((one) => (one === 'number' ? 'integer' : one));
    } else if (types.includes('number')) {
      node.type = types.filter((one) => one !== 'integer');
    }
    if (Array.isArray(node.type)) node.type = [...new Set(node.type)];
    if (Array.isArray(node.type) && node.type.length === 1) [node.type] = node.type;
    return [];
  },
  (node) => {
    const { pattern, patternProperties } = node;
    if (typeof pattern === 'string') node.pattern = plainPattern(pattern);
    if (!isRecord(patternProperties)) return [];
    node.patternProperties = Object.fromEntries(
      Object.entries(patternProperties).map(([name, schema]) => [plainPattern(name), schema]),
    );
    return [];
  },
];

function isOctets(mediaType: unknown): boolean {
  return typeof mediaType === 'string' && essence(mediaType) === octets;
}

const allValues: Readonly<Record<string, (values: readonly unknown[]) => boolean>> = {
  null: (values) => values.length > 0 && values.every((value) => value === null),
  boolean: (values) =>
    [true, false].every((one) => values.includes(one)) && values.every((value) => typeof value === 'boolean'),
};

type Test = (value: unknown, node: Node) => boolean;

const isZero: Test = (value) => value === 0;
const isEmpty: Test = (value) => typeof value === 'object' && Object.keys(Object(value)).length === 0;
const isWithout =
  (...keywords: readonly string[]): Test =>
  (_, node) =>
    keywords.every((keyword) => !(keyword in node));

/** Patterns that every string matches. */
const matchesAll = new Set(['', '^', '$', '.*', '^.*', '.*$', '(?:)']);

/** When a keyword allows every value. Later rows see the result of earlier ones. */
const withoutEffect: Readonly<Record<string, Test>> = {
  minLength: isZero,
  minItems: isZero,
  minProperties: isZero,
  uniqueItems: (value) => value === false,
  required: (value) => Array.isArray(value) && value.length === 0,
  dependentRequired: isEmpty,
  dependentSchemas: isEmpty,
  patternProperties: isEmpty,
  propertyNames: (value) => value === true || isEmpty(value, {}),
  pattern: (value) => typeof value === 'string' && matchesAll.has(value),
  type: (value) =>
    ['array', 'boolean', 'null', 'number', 'object', 'string'].every((one) => [value].flat().includes(one)),
  multipleOf: (value, { type }) =>
    typeof value === 'number' && [type].flat().includes('integer') && isFractionOfOne(value),
  // These three belong together (JSON Schema Core, section 10.3.1.3; Validation, sections 6.4.4 and 6.4.5).
  contains: (_, node) => node.minContains === 0 && isWithout('maxContains', 'unevaluatedItems')(_, node),
  minContains: (value, node) => value === 1 || isWithout('contains')(value, node),
  maxContains: isWithout('contains'),
  if: isWithout('then', 'else'),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: isWithout('if'),
  else: isWithout('if'),
};

function dropWithoutEffect(node: Node): void {
  for (const [keyword, isWithoutEffect] of Object.entries(withoutEffect)) {
    if (keyword in node && isWithoutEffect(node[keyword], node)) delete node[keyword];
  }
}

/** Whether every whole number is a multiple. Numbers such as 0.1 are not exact, so there is a tolerance. */
function isFractionOfOne(number: number): boolean {
  const times = 1 / number;
  return times >= 0.5 && Math.abs(times - Math.round(times)) <= 4 * Number.EPSILON * times;
}

/** Media types whose bodies are read as text or JSON, so that a schema can say something of them. */
const structured =
  /^(text\/|multipart\/|application\/x-www-form-urlencoded$)|[/+](json|xml|yaml|.*-json|json-.*)$/;

/** The schema of a body of octets says nothing: `{ type: string, format: binary }` is the same as none (section 4.8.14.2). */
function dropBinarySchema(type: string, media: unknown): void {
  if (!isRecord(media) || !isRecord(media.schema) || structured.test(essence(type))) return;
  const { contentMediaType, description: _, ...rest } = media.schema;
  if (isEmpty(rest, {}) && (contentMediaType === undefined || isOctets(contentMediaType)))
    delete media.schema;
}
