import { matches } from '../model/bounded-pattern.ts';
import type { SchemaObject } from '../model/spec.ts';
import { refuses } from './accepts.ts';

/** A value that breaks one clause of a schema, with the clause's short name and a sentence about it. */
export type Invalid = { readonly value: string; readonly name: string; readonly why: string };

/** For each clause that a text can break, one that breaks it and, if possible, no other. */
export function invalidValues(composed: SchemaObject): Invalid[] {
  return candidatesOf(flat(composed)).filter(({ value }) => refuses(composed, value));
}

function candidatesOf(schema: SchemaObject): Invalid[] {
  const types = [schema.type ?? []].flat();
  const numeric = types.includes('integer') || types.includes('number');
  return [
    ...(numeric ? invalidNumbers(schema, types.includes('integer')) : []),
    ...(types.includes('boolean') ? [wrongType('perhaps', 'boolean')] : []),
    ...(schema.enum === undefined ? invalidTexts(schema, numeric) : [outside(schema.enum)]),
  ];
}

function invalidNumbers(schema: SchemaObject, integer: boolean): Invalid[] {
  const step = integer ? 1 : 0.5;
  const { minimum, maximum } = schema;
  const least = typeof schema.exclusiveMinimum === 'number' ? schema.exclusiveMinimum + step : minimum;
  const greatest = typeof schema.exclusiveMaximum === 'number' ? schema.exclusiveMaximum - step : maximum;
  const below = least === undefined ? [] : [limit(least - step, 'below-minimum', `the least is ${least}`)];
  const above =
    greatest === undefined ? [] : [limit(greatest + step, 'above-maximum', `the greatest is ${greatest}`)];
  return [...below, ...above, wrongType('many', integer ? 'integer' : 'number')];
}

function limit(value: number, name: string, why: string): Invalid {
  return { value: String(value), name, why };
}

function wrongType(value: string, type: string): Invalid {
  return { value, name: 'wrong-type', why: `it must be of type ${type}` };
}

function outside(values: readonly unknown[]): Invalid {
  return { value: 'no-such-value', name: 'outside-enum', why: `it must be one of ${values.join(', ')}` };
}

const malformedValues: Readonly<Record<string, string>> = {
  'date-time': '2026-02-30T25:61:61Z',
  date: '2026-02-30',
  uuid: 'not-a-uuid',
};

function invalidTexts(schema: SchemaObject, numeric: boolean): Invalid[] {
  if (numeric) return [];
  const { maxLength = Number.POSITIVE_INFINITY, minLength = 0 } = schema;
  const long = limitText('x'.repeat(Math.min(maxLength, longest) + 1), 'too-long', `at most ${maxLength}`);
  const short = limitText(
    'x'.repeat(Math.min(Math.max(0, minLength - 1), longest)),
    'too-short',
    `at least ${minLength}`,
  );
  return [
    ...malformed(schema),
    ...(maxLength > longest ? [] : [long]),
    ...(minLength < 2 || minLength > longest ? [] : [short]),
  ];
}

/** Longer texts are not sent, because servers limit the length of a URL. */
const longest = 2000;

function malformed({ format = '', pattern, allOf = [] }: SchemaObject): Invalid[] {
  const patterns = [pattern, ...allOf.map((part) => part.pattern)].filter((one) => one !== undefined);
  const value = malformedValues[format] ?? 'not-valid';
  const known = format in malformedValues || patterns.some((one) => matches(one, value) === false);
  return known ? [{ value, name: 'malformed', why: `it must have the form ${patterns[0] ?? format}` }] : [];
}

function limitText(value: string, name: string, limits: string): Invalid {
  return { value, name, why: `it must have ${limits} characters` };
}

/**
 * The schema merged with all parts of its `allOf`, and with the branch of `anyOf` or `oneOf` if only one is not null.
 * Its own keywords take precedence.
 */
export function flat(schema: SchemaObject, done = new Map<SchemaObject, SchemaObject>()): SchemaObject {
  const known = done.get(schema);
  if (known !== undefined) return known;
  // Set before the recursion, because a schema may contain itself.
  done.set(schema, schema);
  const parts = [...(schema.allOf ?? []), ...single(schema.anyOf), ...single(schema.oneOf)];
  if (parts.length === 0) return schema;
  const all = [...parts.map((part) => flat(part, done)), schema];
  const required = [...new Set(all.flatMap((part) => part.required ?? []))];
  const properties = Object.assign({}, ...all.map((part) => part.properties));
  const result = Object.assign({}, ...all, required.length > 0 && { required }, { properties });
  done.set(schema, result);
  return result;
}

function single(parts: readonly SchemaObject[] = []): SchemaObject[] {
  const others = parts.filter(({ type }) => String(type) !== 'null');
  return others.length === 1 ? others : [];
}
