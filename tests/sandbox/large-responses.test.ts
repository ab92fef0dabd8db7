import { expect, test } from 'vitest';
import { checkBody } from '../../scripts/sandbox/body.ts';
import { capture, discover } from '../../scripts/sandbox/capture.ts';
import { record } from '../../scripts/sandbox/history.ts';
import { createMemory } from '../../scripts/sandbox/memory.ts';
import type { Validator } from '../../scripts/sandbox/schema-error.ts';
import { judge, toPattern } from '../../scripts/sandbox/step-limit.ts';
import { parseStrictly } from '../../scripts/sandbox/strict-json.ts';
import { cpuMs } from '../fixtures/cpu.ts';
import { filterOf, listOf, toExchange } from './exchange.ts';

/** As many items as a response of the largest size may have. Work that grows with their square would take minutes. */
const items = Array.from({ length: 300_000 }, (_, id) => ({ id, state: 's', text: `same words ${id}` }));

function inAMoment<T>(work: () => T): T {
  const start = cpuMs();
  const value = work();
  expect(cpuMs() - start).toBeLessThan(10_000);
  return value;
}

test.each([
  ['equals', '/state', 's'],
  ['contains', '/text', '299999'],
] as const)(
  'a value for a filter that %s is taken from many items that are alike',
  (keep, property, wanted) => {
    const set = new Map<string, unknown>();
    const list = listOf({ filters: { f: filterOf(keep, property) } });
    const memory = createMemory();
    record(memory.history.lists, 'list', { list, items, complete: true, query: {} });
    const exchange = toExchange({}, { body: {} }, memory);
    const table = { ...exchange.table, derived: [{ variable: 'it', take: { filter: 'f' } }] };
    inAMoment(() => capture({ variables: variablesIn(set) }, { ...exchange, table }));
    expect(set.get('it')).toBe(wanted);
  },
);

test('a variable is found in a list of many items', () => {
  const set = new Map<string, unknown>();
  const { table, ...exchange } = toExchange({}, { body: { items } }, createMemory());
  const gives = { it: '/items/0/id' };
  inAMoment(() => discover({ variables: variablesIn(set) }, { ...exchange, table: { ...table, gives } }));
  expect(set.get('it')).toBe('0');
});

test('many errors beside a pattern that was not tried are sorted out', () => {
  const errors = items.map(({ id }) => error('pattern', `/items/${id}`, {}));
  const validator: Validator = Object.assign(() => toPattern('a', null).test('b'), { errors });
  expect(inAMoment(() => judge(validator, {})).errors).toHaveLength(items.length);
});

test('an object with many names that are not allowed is written out once', () => {
  const body = Object.fromEntries(items.map(({ id }) => [`name${id}`, id]));
  const names = Object.keys(body).slice(0, 20_000);
  const errors = names.map((name) => error('additionalProperties', '', { additionalProperty: name }));
  const validator: Validator = Object.assign(() => false, { errors });
  const text = JSON.stringify(body);
  const outcomes = inAMoment(() =>
    checkBody(
      {
        status: '200',
        reason: '',
        header: (name) => (name === 'Content-Type' ? 'application/json' : undefined),
        lines: () => [],
        body: { bytes: Buffer.from(text), text, parse: () => parseStrictly(Buffer.from(text), text) },
        documented: {
          contents: { 'application/json': 0 },
          headers: [],
          pointer: '/p',
          provenance: 'documented',
        },
      },
      { validators: [validator], described: [], provenances: {} },
      () => undefined,
    ),
  );
  expect(outcomes).toHaveLength(12);
});

function error(keyword: string, instancePath: string, params: Readonly<Record<string, unknown>>) {
  return { keyword, instancePath, params, schemaPath: `/schema/${keyword}` };
}

function variablesIn(set: Map<string, unknown>) {
  return {
    get: (name: string) => set.get(name),
    set: (name: string, value: unknown) => set.set(name, value),
    replaceIn: (text: string) => text,
  };
}
