import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckId, Outcome } from '../../scripts/model/outcome.ts';
import { toResultJson } from '../../scripts/report/result-json.ts';
import { creator } from './creator.ts';
import { examples } from './examples.ts';

const schema = JSON.parse(readFileSync('scripts/model/result.schema.json', 'utf8'));
const isValid = addFormats.default(new Ajv2020({ allErrors: true })).compile(schema);

test.each(Object.entries(examples))('%s: nothing is lost, and the schema describes it', (_, result) => {
  const read: unknown = JSON.parse(toResultJson(result, creator));
  const { exchanges, ...told } = result;
  const cases = told.cases.map(({ curl: _curl, outcomes, ...rest }) => ({
    ...rest,
    passed: Object.fromEntries(
      outcomes.flatMap(({ check, verdict }) => (verdict === 'passed' ? [[check, 1]] : [])),
    ),
    outcomes: outcomes.filter(({ verdict }) => verdict !== 'passed'),
  }));
  const [startedAt] = exchanges.map((one) => one.startedAt).sort();
  expect(read).toEqual({ creator, ...(startedAt !== undefined && { startedAt }), ...told, cases });
  isValid(read);
  expect(isValid.errors).toBeNull();
});

test('the form of answers is for comparing only', () => {
  const green = examples['all-green'] ?? expect.fail();
  const shape = { '': { values: 1, objects: 1, classes: ['object'] } } as const;
  const cases = green.cases.map((each) => ({ ...each, shape, headers: { server: 'a' } }));
  expect(toResultJson({ ...green, cases }, creator)).toBe(toResultJson(green, creator));
});

test('what passed is counted, in the order of the checks', () => {
  const green = examples['all-green'] ?? expect.fail();
  const passed = (check: CheckId): Outcome => ({ check, verdict: 'passed', message: 'it holds' });
  const outcomes = [passed('relation'), passed('status'), passed('relation')];
  const cases = green.cases.map((each) => ({ ...each, outcomes }));
  const [first] = JSON.parse(toResultJson({ ...green, cases }, creator)).cases;
  expect(Object.entries(first.passed)).toEqual([
    ['status', 1],
    ['relation', 2],
  ]);
  expect(first.outcomes).toEqual([]);
});

test.each(Object.entries(examples))('%s: the order of keys in memory does not matter', (_, result) => {
  expect(toResultJson(reversed(result), creator)).toBe(toResultJson(result, creator));
});

/** In every place where the schema names properties, it names all of them and no others are allowed. */
test.each([
  ['a key that is unknown', { more: 1 }],
  ['an exit status that does not exist', { exitCode: 5 }],
  ['a region without a verdict', { regions: { us: { baseUrl: '' } } }],
  [
    'a finding that passed',
    {
      findings: [{ region: 'us', operationId: 'a', case: 'b', check: 'c', severity: 'passed', message: '' }],
    },
  ],
])('the schema refuses %s', (_, wrong) => {
  const read = JSON.parse(toResultJson(examples['all-green'] ?? expect.fail(), creator));
  expect(isValid({ ...read, ...wrong })).toBe(false);
});

test('any text is written as JSON', () => {
  const green = examples['all-green'] ?? expect.fail();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const text = toResultJson({ ...green, spec: { title, version: '1' } }, creator);
      expect(JSON.parse(text).spec.title).toBe(title);
      expect(text).toMatch(/^[^\r]*\n$/);
    }),
  );
});

/** Keys of records by region have the order of the description, and keep it. */
function reversed<T>(value: T, byName?: boolean): T;
function reversed(value: unknown, byName = false): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reversed(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reversed(item, key === 'regions')]);
  return Object.fromEntries(byName ? entries : entries.reverse());
}
