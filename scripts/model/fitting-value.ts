import { isObject } from '../base/read.ts';
import { fittingArrays } from './fitting-arrays.ts';
import { fittingNumbers } from './fitting-numbers.ts';
import { fittingObjects } from './fitting-objects.ts';
import { type Chosen, type Keywords, mostOptionalDepth, type Search, type Wanted } from './fitting-search.ts';
import { fittingTexts } from './fitting-texts.ts';
import { canonical } from './json-value.ts';
import { countSteps, Unjudged } from './pattern-steps.ts';
import { composedOf, withoutReadOnly } from './read-only.ts';
import { fits } from './schema-mismatch.ts';

/** Parts of schemas that are visited and compared. It takes up to 50 ms to use them all. */
const mostSteps = 25_000;

/** The deepest nesting. A value that needs more is likely to have no end. */
const mostDepth = 40;

/** How many choices of branches, and how many values, are tried for one part. */
const [mostChoices, mostCandidates] = [64, 300];

/**
 * A value of a request that fits a schema: keeps what fits of a first attempt, and makes the rest. The same schema gives
 * the same value.
 * @returns undefined if none is found within the limits
 */
export function fittingValue(schema: unknown, start: unknown): unknown {
  const search: Search = {
    steps: countSteps(mostSteps),
    failed: new Set(),
    ids: new Map(),
    make: (schemas, wanted) => make(search, schemas, wanted),
  };
  try {
    return make(search, [schema], { start, depth: 0, skip: 0 });
  } catch (error) {
    if (error instanceof Unjudged) return undefined;
    throw error;
  }
}

/** A value that fits all these schemas. */
function make(search: Search, schemas: readonly unknown[], wanted: Wanted): unknown {
  const { steps, failed } = search;
  steps.take(5);
  const key = `${wanted.depth > mostOptionalDepth} ${schemas.map((schema) => idOf(search, schema)).join()}`;
  if (failed.has(key) || wanted.depth > mostDepth || schemas.includes(false)) return undefined;
  let [passed, tried] = [0, 0];
  for (const candidate of candidates(search, schemas, wanted)) {
    if (isWanted(search, schemas, candidate, wanted) && passed++ === wanted.skip) return candidate;
    tried += 1;
    if (tried > mostCandidates) break;
  }
  if (passed === 0 && wanted.taken === undefined) failed.add(key);
  return undefined;
}

function isWanted(
  { steps }: Search,
  schemas: readonly unknown[],
  value: unknown,
  { taken }: Wanted,
): boolean {
  return fits({ allOf: schemas }, value, steps) && !taken?.has(canonical(value, steps));
}

function idOf({ ids }: Search, schema: unknown): number {
  const id = ids.get(schema) ?? ids.size;
  ids.set(schema, id);
  return id;
}

/** The first attempt, what the spec gives, and what is made for each choice of branches and each type. */
function* candidates(search: Search, schemas: readonly unknown[], wanted: Wanted): Generator<unknown> {
  if (wanted.start !== undefined) yield wanted.start;
  const composed = composedOf(schemas);
  for (const given of composed.flatMap(givenValues)) yield withoutReadOnly(schemas, given).value;
  let count = 1;
  for (let choice = 0; choice < Math.min(count, mostChoices); choice += 1) {
    const chosen = choose(search, schemas, choice);
    count = Math.max(count, chosen.count);
    if (chosen.parts.includes(false)) continue;
    const parts = chosen.parts.filter(isObject);
    for (const type of typesOf(parts, wanted.start)) yield* ofType(search, { schemas, parts }, type, wanted);
  }
}

/** The values that a schema gives: examples, its default, and the only ones that it allows. */
export function givenValues(schema: Keywords): unknown[] {
  const { example, examples, default: standard, enum: values } = schema;
  const lists = [examples, values].flatMap((list) => (Array.isArray(list) ? list : []));
  return [example, standard, schema.const, ...lists].filter((value) => value !== undefined);
}

/** The parts that apply with one choice of branches, and how many choices there are. The digits of the number decide. */
function choose(
  { steps }: Search,
  schemas: readonly unknown[],
  choice: number,
): { readonly parts: readonly unknown[]; readonly count: number } {
  const parts = new Set(schemas);
  let [rest, count] = [choice, 1];
  // The loop also visits what it adds.
  for (const part of parts) {
    steps.take(1);
    for (const branches of isObject(part) ? branchesOf(part) : []) {
      for (const one of branches[rest % branches.length] ?? []) parts.add(one);
      rest = Math.floor(rest / branches.length);
      count *= branches.length;
    }
  }
  return { parts: [...parts], count };
}

/** The lists of branches, one of which must apply. A branch is a list of schemas. */
function branchesOf({
  allOf,
  anyOf,
  oneOf,
  if: test,
  then = true,
  else: other = true,
}: Keywords): unknown[][][] {
  const lists = [anyOf, oneOf].filter((list) => Array.isArray(list) && list.length > 0);
  return [
    ...(Array.isArray(allOf) ? [[allOf]] : []),
    ...lists.map((list) => [list].flat().map((branch) => [branch])),
    ...(test === undefined ? [] : [[[test, then], [other]]]),
  ];
}

const allTypes = ['string', 'object', 'integer', 'number', 'boolean', 'array', 'null'] as const;

/** The types that all parts allow, the likeliest first. */
function typesOf(parts: readonly Keywords[], start: unknown): string[] {
  const lists = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  const allowed = allTypes.filter((type) =>
    lists.every((list) => list.includes(type) || (type === 'integer' && list.includes('number'))),
  );
  const listed = lists[0] ?? [];
  const likely = [...listed, ...parts.flatMap(impliedTypes), start === null ? 'null' : typeof start];
  const rank = (type: string): number => (likely.includes(type) ? likely.indexOf(type) : likely.length);
  return allowed.toSorted((a, b) => rank(a) - rank(b));
}

const implied: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties'],
  array: ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems'],
  string: ['pattern', 'minLength', 'maxLength', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

function impliedTypes(schema: Keywords): string[] {
  return Object.keys(implied).filter((type) => implied[type]?.some((keyword) => keyword in schema));
}

function ofType(search: Search, chosen: Chosen, type: string, wanted: Wanted): Iterable<unknown> {
  switch (type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'string':
      return fittingTexts(chosen.parts, search.steps);
    case 'array':
      return fittingArrays(search, chosen, wanted);
    case 'object':
      return fittingObjects(search, chosen, wanted);
    default:
      return fittingNumbers(chosen.parts, type === 'integer');
  }
}
