import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import { matches } from './bounded-pattern.ts';
import { copyTexts } from './written-number.ts';

type Keywords = Readonly<Record<string, unknown>>;

/** The value without its `readOnly` properties, and their JSON pointers. */
export type Stripped = { readonly value: unknown; readonly removed: readonly string[] };

/**
 * Removes `readOnly` properties at any depth: they "SHOULD NOT be sent as part of the request" (OpenAPI 3.1, section
 * 4.8.24.2). A part without any is the same object as before.
 * @param schemas all that apply to the value
 */
export function withoutReadOnly(schemas: readonly unknown[], value: unknown, at = ''): Stripped {
  if (typeof value !== 'object' || value === null) return { value, removed: [] };
  const composed = composedOf(schemas);
  const kept = Object.entries(value).flatMap(([key, child]): [string, Stripped][] => {
    const place = joinPointer(at, key);
    if (Array.isArray(value))
      return [[key, withoutReadOnly(itemSchemas(composed, Number(key)), child, place)]];
    if (isReadOnlyName(schemas, key)) return [[key, { value: undefined, removed: [place] }]];
    return [[key, withoutReadOnly(propertySchemas(composed, key), child, place)]];
  });
  const removed = kept.flatMap(([, child]) => child.removed);
  if (removed.length === 0) return { value, removed };
  if (Array.isArray(value)) return { value: kept.map(([, child]) => child.value), removed };
  const left = kept.filter(([key]) => !removed.includes(joinPointer(at, key)));
  const rest = Object.fromEntries(left.map(([key, child]) => [key, child.value]));
  return { value: copyTexts(value, rest), removed };
}

/** All schemas that apply to the same value: through `allOf` certainly, through the others perhaps. */
export function composedOf(schemas: readonly unknown[]): readonly Keywords[] {
  const found = new Set<Keywords>();
  const open = schemas.toReversed();
  while (open.length > 0) {
    const part = open.pop();
    if (!isObject(part) || found.has(part)) continue;
    found.add(part);
    const { allOf, anyOf, oneOf, if: test, then, else: other, dependentSchemas } = part;
    const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
    open.push(...[allOf, anyOf, oneOf, test, then, other, dependent].flat().toReversed());
  }
  return [...found];
}

/** Whether requests leave out a property of a value to which these schemas apply. */
export function isReadOnlyName(schemas: readonly unknown[], name: string): boolean {
  return markOf({ allOf: schemas }, new Map(), (schema) => ownProperties(schema, name)) === 'readOnly';
}

function isReadOnly(schema: unknown): boolean {
  const ownMark = (part: Keywords): unknown[] => ('readOnly' in part ? [part.readOnly] : []);
  return markOf(schema, new Map(), ownMark, (mark) => mark === true) === 'readOnly';
}

type Mark = 'readOnly' | 'writable' | undefined;

/**
 * What a schema says of a property, or of itself: one part of `allOf` is enough, and so are all branches that name it.
 * @param named what the schema itself names
 */
function markOf(
  schema: unknown,
  done: Map<unknown, Mark>,
  named: (schema: Keywords) => readonly unknown[],
  isMarked: (named: unknown) => boolean = isReadOnly,
): Mark {
  if (!isObject(schema) || done.has(schema)) return done.get(schema);
  done.set(schema, undefined);
  const each = (parts: unknown): Mark[] =>
    (Array.isArray(parts) ? parts : [parts]).map((part) => markOf(part, done, named, isMarked));
  const own = named(schema).map((one): Mark => (isMarked(one) ? 'readOnly' : 'writable'));
  const branches = [each(schema.anyOf), each(schema.oneOf), each([schema.then, schema.else])].map(common);
  const all = [...own, ...each(schema.allOf), ...branches];
  const mark = all.includes('readOnly') ? 'readOnly' : all.find((one) => one !== undefined);
  done.set(schema, mark);
  return mark;
}

function common(branches: readonly Mark[]): Mark {
  return branches.includes('writable') ? 'writable' : branches.find((mark) => mark !== undefined);
}

/** The schemas of one property, of a value to which all these schemas apply. */
export function propertySchemas(composed: readonly Keywords[], name: string): unknown[] {
  return composed.flatMap((schema) => ownProperties(schema, name, true));
}

/** @param others whether a schema for properties of any other name counts as well */
function ownProperties(schema: Keywords, name: string, others = false): unknown[] {
  const { properties, patternProperties, additionalProperties } = schema;
  const patterns = isObject(patternProperties) ? Object.entries(patternProperties) : [];
  const named = [
    ...(isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : []),
    ...patterns.filter(([pattern]) => matches(pattern, name)).map(([, property]) => property),
  ];
  return named.length > 0 || !others || additionalProperties === undefined ? named : [additionalProperties];
}

/** The schemas of one item, of an array to which all these schemas apply. */
export function itemSchemas(composed: readonly Keywords[], index: number): unknown[] {
  return composed.flatMap(({ prefixItems, items }) => {
    const own: unknown = Array.isArray(prefixItems) ? prefixItems[index] : undefined;
    return own ?? items ?? [];
  });
}
