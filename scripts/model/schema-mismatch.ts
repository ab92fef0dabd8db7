import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import { matches } from './bounded-pattern.ts';
import { canonical, isMultiple } from './json-value.ts';
import { countSteps, type Steps, Unjudged } from './pattern-steps.ts';
import { isReadOnlyName, propertySchemas } from './read-only.ts';

/** Where a value breaks its schema: a JSON pointer into the value, and a sentence that begins with the keyword. */
export type SchemaMismatch = { readonly instance: string; readonly reason: string };

/** Parts of schemas that are compared with parts of a value. It takes up to 50 ms to use them all. */
const mostSteps = 50_000;

/**
 * The first place where a value of a request breaks its schema (JSON Schema 2020-12, formats asserted). A `readOnly`
 * property is not part of a request, so it may be missing (OpenAPI 3.1, section 4.8.24.2).
 * @param schema with resolved references; may be cyclic
 * @throws Unjudged if that takes too long, or depends on a pattern that can't be judged
 */
export function mismatchOf(
  schema: unknown,
  value: unknown,
  steps: Steps = countSteps(mostSteps),
): SchemaMismatch | undefined {
  return visit({ steps, instance: '', place: schema, value }, schema);
}

/** Whether a value certainly matches its schema. */
export function fits(schema: unknown, value: unknown, steps?: Steps): boolean {
  try {
    return mismatchOf(schema, value, steps) === undefined;
  } catch (error) {
    if (error instanceof Unjudged) return false;
    throw error;
  }
}

/** The members and items that some schema has evaluated, for `unevaluatedProperties` and `unevaluatedItems`. */
type Seen = { readonly names: Set<string>; readonly items: Set<number> };

function newSeen(): Seen {
  return { names: new Set(), items: new Set() };
}

/** A value, and the outermost schema that applies to it. */
type Place = {
  readonly steps: Steps;
  readonly instance: string;
  readonly place: unknown;
  readonly value: unknown;
  /** Only if a schema around it needs it. */
  readonly seen?: Seen;
};

type Keywords = Readonly<Record<string, unknown>>;

function visit(at: Place, schema: unknown): SchemaMismatch | undefined {
  at.steps.take(1);
  if (schema === false) return mismatch(at, 'false allows no value');
  if (!isObject(schema)) return undefined;
  // Its target depends on the schemas that lead to it.
  if ('$dynamicRef' in schema) throw new Unjudged();
  const needsSeen = 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema;
  const own = needsSeen && at.seen === undefined ? { ...at, seen: newSeen() } : at;
  return (
    ofAnyType(own, schema) ??
    ofNumber(own, schema) ??
    ofText(own, schema) ??
    composed(own, schema) ??
    ofArray(own, schema) ??
    ofObject(own, schema) ??
    unevaluated(own, schema)
  );
}

function mismatch({ instance }: Place, reason: string): SchemaMismatch {
  return { instance, reason };
}

/** The same value against a schema that may not hold: what it evaluates counts only if it does. */
function holds(at: Place, schema: unknown): boolean {
  return attempt(at, schema) === undefined;
}

function attempt(at: Place, schema: unknown): SchemaMismatch | undefined {
  if (at.seen === undefined) return visit(at, schema);
  const seen = newSeen();
  const found = visit({ ...at, seen }, schema);
  if (found !== undefined) return found;
  for (const name of seen.names) at.seen.names.add(name);
  for (const item of seen.items) at.seen.items.add(item);
  return undefined;
}

function child(at: Place, key: string | number, value: unknown, schema: unknown): SchemaMismatch | undefined {
  const instance = joinPointer(at.instance, key);
  return visit({ steps: at.steps, instance, place: schema, value }, schema);
}

function ofAnyType(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value } = at;
  const { type } = schema;
  if (type !== undefined && !(Array.isArray(type) ? type : [type]).some((one) => isOfType(value, one)))
    return mismatch(at, `type: it must be ${type}`);
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => isSame(at, one, value)))
    return mismatch(at, `enum: it is none of the ${schema.enum.length} values`);
  if ('const' in schema && !isSame(at, schema.const, value))
    return mismatch(at, `const: it must be ${JSON.stringify(schema.const)}`);
  return undefined;
}

function isSame({ steps }: Place, one: unknown, other: unknown): boolean {
  steps.take(1);
  return one === other || (typeof one === 'object' && canonical(one, steps) === canonical(other, steps));
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function ofNumber(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value } = at;
  if (typeof value !== 'number') return undefined;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (typeof minimum === 'number' && value < minimum) return mismatch(at, `minimum: it is below ${minimum}`);
  if (typeof maximum === 'number' && value > maximum) return mismatch(at, `maximum: it is above ${maximum}`);
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    return mismatch(at, `exclusiveMinimum: it is not above ${exclusiveMinimum}`);
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    return mismatch(at, `exclusiveMaximum: it is not below ${exclusiveMaximum}`);
  if (typeof multipleOf === 'number' && !isMultiple(value, multipleOf))
    return mismatch(at, `multipleOf: it is not a multiple of ${multipleOf}`);
  return ofFormat(at, schema);
}

function ofText(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value, steps } = at;
  if (typeof value !== 'string') return undefined;
  steps.take(value.length >> 6);
  const { minLength, maxLength, pattern } = schema;
  const length = [...value].length;
  if (typeof minLength === 'number' && length < minLength)
    return mismatch(at, `minLength: it is shorter than ${minLength}`);
  if (typeof maxLength === 'number' && length > maxLength)
    return mismatch(at, `maxLength: it is longer than ${maxLength}`);
  if (typeof pattern === 'string' && !isMatch(pattern, value))
    return mismatch(at, `pattern: it does not match ${pattern}`);
  return ofFormat(at, schema);
}

function isMatch(pattern: string, text: string): boolean {
  const matched = matches(pattern, text);
  if (matched === undefined) throw new Unjudged();
  return matched;
}

function ofFormat(at: Place, { format }: Keywords): SchemaMismatch | undefined {
  if (typeof format !== 'string' || isOfFormat(format, at.value)) return undefined;
  return mismatch(at, `format: it is not a valid ${format}`);
}

const formats = new Ajv2020.default({ strict: false, logger: false });
addFormats.default(formats);
for (const format of Object.keys(fullFormats)) formats.addSchema({ format }, format, undefined, false);

/** An unknown format does not restrict a value. The format `url` of ajv refuses hosts without a dot. */
function isOfFormat(name: string, value: unknown): boolean {
  if (name === 'url') return typeof value !== 'string' || URL.canParse(value);
  return !Object.hasOwn(fullFormats, name) || formats.validate(name, value) === true;
}

function composed(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { allOf, anyOf, oneOf, not } = schema;
  const found = firstOf(listOf(allOf), (part) => attempt(at, part));
  if (found !== undefined) return found;
  // Each branch that holds evaluates properties.
  if (Array.isArray(anyOf) && anyOf.filter((part) => holds(at, part)).length === 0)
    return mismatch(at, 'anyOf: it matches none of the schemas');
  if (Array.isArray(oneOf)) {
    const count = oneOf.filter((part) => holds(at, part)).length;
    if (count !== 1) return mismatch(at, `oneOf: it matches ${count} of the schemas, not one`);
  }
  if (not !== undefined && visit({ ...at, seen: newSeen() }, not) === undefined)
    return mismatch(at, 'not: it matches what it must not');
  return conditional(at, schema);
}

function conditional(at: Place, { if: test, then, else: other }: Keywords): SchemaMismatch | undefined {
  if (test === undefined) return undefined;
  const branch = holds(at, test) ? then : other;
  return branch === undefined ? undefined : attempt(at, branch);
}

function ofArray(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value } = at;
  if (!Array.isArray(value)) return undefined;
  const { minItems, maxItems, uniqueItems } = schema;
  if (typeof minItems === 'number' && value.length < minItems)
    return mismatch(at, `minItems: it has fewer than ${minItems}`);
  if (typeof maxItems === 'number' && value.length > maxItems)
    return mismatch(at, `maxItems: it has more than ${maxItems}`);
  if (uniqueItems === true && new Set(value.map((item) => canonical(item, at.steps))).size < value.length)
    return mismatch(at, 'uniqueItems: two items are equal');
  return ofItems(at, schema, value) ?? contains(at, schema, value);
}

function ofItems(
  at: Place,
  { prefixItems, items }: Keywords,
  value: readonly unknown[],
): SchemaMismatch | undefined {
  const first = listOf(prefixItems);
  for (const [index, item] of value.entries()) {
    const schema = index < first.length ? first[index] : items;
    if (schema === undefined) continue;
    at.seen?.items.add(index);
    const found = child(at, index, item, schema);
    if (found !== undefined) return found;
  }
  return undefined;
}

function contains(at: Place, schema: Keywords, value: readonly unknown[]): SchemaMismatch | undefined {
  if (schema.contains === undefined) return undefined;
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  const found = [...value.keys()].filter(
    (index) => child(at, index, value[index], schema.contains) === undefined,
  );
  for (const index of found) at.seen?.items.add(index);
  if (found.length < Number(minContains))
    return mismatch(at, `contains: fewer than ${minContains} items match`);
  if (found.length > Number(maxContains))
    return mismatch(at, `maxContains: more than ${maxContains} items match`);
  return undefined;
}

function ofObject(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value, steps } = at;
  if (!isObject(value)) return undefined;
  const { minProperties, maxProperties, patternProperties } = schema;
  const names = Object.keys(value);
  const patterns = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  steps.take(names.length * (1 + patterns.length));
  if (typeof minProperties === 'number' && names.length < minProperties)
    return mismatch(at, `minProperties: it has fewer than ${minProperties}`);
  if (typeof maxProperties === 'number' && names.length > maxProperties)
    return mismatch(at, `maxProperties: it has more than ${maxProperties}`);
  return ofNames(at, schema, value) ?? dependent(at, schema, value) ?? ofProperties(at, schema, value);
}

function ofNames(at: Place, { required, dependentRequired, propertyNames }: Keywords, value: Keywords) {
  const needed = entriesOf(dependentRequired).filter(([name]) => Object.hasOwn(value, name));
  const names = [...listOf(required), ...needed.flatMap(([, list]) => listOf(list))];
  const missing = names
    .filter((name) => typeof name === 'string')
    .find((name) => !Object.hasOwn(value, name) && !isReadOnlyName([at.place], name));
  if (missing !== undefined) return mismatch(at, `required: it has no ${missing}`);
  if (propertyNames === undefined) return undefined;
  const wrong = Object.keys(value).find((name) => child(at, name, name, propertyNames) !== undefined);
  return wrong === undefined ? undefined : mismatch(at, `propertyNames: ${wrong} is not allowed`);
}

function dependent(at: Place, { dependentSchemas }: Keywords, value: Keywords): SchemaMismatch | undefined {
  const own = entriesOf(dependentSchemas).filter(([name]) => Object.hasOwn(value, name));
  return firstOf(own, ([, part]) => attempt(at, part));
}

function ofProperties(at: Place, schema: Keywords, value: Keywords): SchemaMismatch | undefined {
  return firstOf(Object.entries(value), ([name, own]) =>
    firstOf(propertySchemas([schema], name), (property) => {
      at.seen?.names.add(name);
      return child(at, name, own, property);
    }),
  );
}

function unevaluated(at: Place, schema: Keywords): SchemaMismatch | undefined {
  const { value, seen } = at;
  const { unevaluatedProperties: properties, unevaluatedItems: items } = schema;
  if (properties !== undefined && isObject(value))
    return firstOf(Object.entries(value), ([name, own]) => {
      if (seen?.names.has(name)) return undefined;
      seen?.names.add(name);
      return child(at, name, own, properties);
    });
  if (items === undefined || !Array.isArray(value)) return undefined;
  return firstOf([...value.entries()], ([index, own]) => {
    if (seen?.items.has(index)) return undefined;
    seen?.items.add(index);
    return child(at, index, own, items);
  });
}

function firstOf<T>(
  all: readonly T[],
  find: (one: T) => SchemaMismatch | undefined,
): SchemaMismatch | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
