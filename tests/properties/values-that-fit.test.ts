import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { fittingValue } from '../../scripts/model/fitting-value.ts';
import { Unjudged } from '../../scripts/model/pattern-steps.ts';
import { mismatchOf } from '../../scripts/model/schema-mismatch.ts';
import { createRandom } from '../../scripts/simulator/world/random.ts';
import { isDeep } from '../fixtures/sample.ts';
import { Satisfiable } from './satisfiable.ts';

const seed = 19;
const count = isDeep ? 5000 : 120;

function newAjv() {
  const ajv = new Ajv2020.default({
    strict: false,
    logger: false,
    validateSchema: false,
    multipleOfPrecision: 9,
    ownProperties: true,
  });
  addFormats.default(ajv);
  return ajv;
}

test(`a value is found for nearly every schema that has one, and it fits (seed ${seed})`, () => {
  const random = createRandom(seed);
  let ajv = newAjv();
  const made = Array.from({ length: count }, (_, turn) => {
    // It keeps all that it has compiled.
    if (turn % 50 === 0) ajv = newAjv();
    return tryOne(new Satisfiable((below) => random(0, below - 1), ajv));
  }).filter((one) => one !== 'skipped');
  expect(made.length).toBeGreaterThan(count * 0.9);
  expect(made.filter((one) => one === 'not found').length / made.length).toBeLessThan(0.02);
});

/** Searches a value for a random schema, and compares all that is accepted with what ajv accepts. */
function tryOne(satisfiable: Satisfiable): 'found' | 'not found' | 'skipped' {
  const witness = satisfiable.value();
  const schema = satisfiable.schema(witness);
  const other = satisfiable.value();
  // An instance that has compiled many schemas may remember one of them for another.
  const judge = newAjv().compile(schema);
  if (!judge(witness)) return 'skipped';
  const found = fittingValue(schema, undefined);
  for (const value of [witness, other]) {
    const isValid = judge(value);
    expect(isAccepted(schema, value) ?? isValid, JSON.stringify({ schema, value })).toBe(isValid);
  }
  if (found === undefined) return 'not found';
  expect(judge(found), JSON.stringify({ schema, found })).toBe(true);
  return 'found';
}

/** Undefined if it takes too long, or has a pattern that can't be judged. */
function isAccepted(schema: unknown, value: unknown): boolean | undefined {
  try {
    return mismatchOf(schema, value) === undefined;
  } catch (error) {
    if (error instanceof Unjudged) return undefined;
    throw error;
  }
}

function levels(count: number, times: number, wrap: (next: object[]) => object): object {
  let schema: object = { type: 'string' };
  for (let level = 0; level < count; level += 1) schema = wrap(Array.from({ length: times }, () => schema));
  return schema;
}

const self: Record<string, unknown> = { type: 'object', required: ['self'] };
self.properties = { self };

test.each<[string, object]>([
  ['what contains itself', self],
  ['allOf that multiplies', levels(40, 3, (allOf) => ({ allOf }))],
  ['oneOf that multiplies', levels(40, 3, (oneOf) => ({ oneOf }))],
  [
    'properties that multiply',
    levels(40, 2, ([a, b]) => ({ type: 'object', required: ['a', 'b'], properties: { a, b } })),
  ],
  [
    'a wide tree',
    levels(6, 50, (next) => ({ type: 'object', required: Object.keys(next), properties: { ...next } })),
  ],
  ['a long pattern', { type: 'string', pattern: '^(a|b){1000}$' }],
  ['a pattern that might never end', { type: 'string', pattern: '^(a+)+$' }],
  ['a long text', { type: 'string', minLength: 1e9 }],
  ['many items', { type: 'array', minItems: 1e9, items: {} }],
  ['many properties', { type: 'object', minProperties: 1e9 }],
  ['three different booleans', { type: 'array', uniqueItems: true, minItems: 3, items: { type: 'boolean' } }],
  ['many items of one kind', { type: 'array', contains: { const: 1 }, minContains: 1e9 }],
])('the search ends in bounded time: %s', (_, schema) => {
  // The first run compiles.
  fittingValue(schema, undefined);
  const before = process.cpuUsage();
  fittingValue(schema, undefined);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(isDeep ? 100 : 300);
});
