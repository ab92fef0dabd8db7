import { expect, test } from 'vitest';
import { firstDifference } from '../../scripts/sandbox/difference.ts';
import { eachOnce, identitiesOf } from '../../scripts/sandbox/identities.ts';
import { parseNumbers, toJson } from '../../scripts/sandbox/numbers.ts';
import { comesAfter } from '../../scripts/sandbox/sort.ts';
import { at } from '../../scripts/sandbox/value-at.ts';

const list = {
  items: '/items',
  identity: '/id',
  pointer: '',
  provenance: 'documented',
  filters: {},
  moving: {},
} as const;

test.each([
  '{"id":9007199254740993}',
  '[9007199254740993,-9223372036854775807,1,"9007199254740993"]',
  '{"a":{"b":[{"$c":9007199254740993,"#":"#9007199254740993","$":"$"}]}}',
  '{"__proto__":{"x":9007199254740993},"constructor":12345678901234567890123}',
  '{"a":"\\\\\\"9007199254740993","b":9007199254740993}',
  '{"2":1,"1":9007199254740993}',
  '{"id":63050394783187056}',
])('%s is the same JSON again', (text) => {
  expect(JSON.parse(toJson(parseNumbers(text))?.replace(/(?<=[[:,])-?\d{16,}/g, '"$&"') ?? '')).toEqual(
    JSON.parse(text.replace(/(?<=[[:,])-?\d{16,}/g, '"$&"')),
  );
  expect(parseNumbers(text)).toEqual(JSON.parse(text));
});

test.each(['1', '"x"', 'null', '[]', '{"a":1.5}', '"9007199254740993"', '1e400', '[1234567890123456]'])(
  '%s is parsed as usual',
  (text) => {
    expect(parseNumbers(text)).toEqual(JSON.parse(text));
  },
);

test('identities that differ in their last digit are two', () => {
  const items = at(
    parseNumbers('{"items":[{"id":1379505554728411138},{"id":1379505554728411139}]}'),
    '/items',
  );
  if (!Array.isArray(items)) throw new Error('no list');
  expect(identitiesOf(items, list)).toEqual(['1379505554728411138', '1379505554728411139']);
  expect(eachOnce(items, list)).toBe('held');
  expect(eachOnce([items[0], items[0]], list)).toMatchObject({ actual: '"1379505554728411138"' });
});

test('large integers are compared and ordered by their digits', () => {
  const of = (digits: string): unknown => parseNumbers(`{"a":[${digits}]}`);
  expect(firstDifference(of('9007199254740992'), of('9007199254740993'))).toBe('/a/0');
  expect(firstDifference(of('9007199254740993'), of('9007199254740993'))).toBeUndefined();
  const [small, large] = ['9007199254740993', '10000000000000000001'].map((digits) => at(of(digits), '/a/0'));
  expect([comesAfter(large, small), comesAfter(small, large), comesAfter(small, 5)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('ten megabytes with a large integer are parsed in linear time', () => {
  const text = `[${Array.from({ length: 300_000 }, (_, index) => `{"id":90071992547${index}409931,"s":"\\"x\\""}`).join()}]`;
  expect(parseNumbers(text)).toHaveLength(300_000);
});
