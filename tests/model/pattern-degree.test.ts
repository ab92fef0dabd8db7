import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { boundedRegExp, matches } from '../../scripts/model/bounded-pattern.ts';
import { degreeOf } from '../../scripts/model/pattern-degree.ts';

table([
  ['', 1],
  ['(', 0],
  ['^https://', 1],
  ['^\\d{4}-\\d{2}-\\d{2}$', 1],
  ['^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$', 1],
  ['^sha256:[a-f0-9]{64}$', 1],
  ['^[\\w-]+(\\.[\\w-]+)*@([\\w-]+\\.)+[a-zA-Z]+$', 1],
  ['^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', 1],
  ['^(\\d+,)*\\d+$', 1],
  ['^(red|green|blue)(,(red|green|blue))*$', 1],
  ['\\S+', 1],
  ['[a-z]+@', 2],
  ['^\\s+|\\s+$', 2],
  ['^[^@]+@[^@]+\\.[^@]+$', 2],
  ['^(?=.*\\d)(?=.*[a-z]).+$', 3],
  ['.*foo.*bar', 3],
  ['a*a*a*b', 4],
  ['^(a+)+$', Infinity],
  ['^(a*)*$', Infinity],
  ['(a|a)*$', Infinity],
  ['^(a|aa)+$', Infinity],
  ['^(a|b|ab)*c$', Infinity],
  ['^([a-z0-9]+-?)+$', Infinity],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', Infinity],
  ['^(\\u0061|a)+$', Infinity],
  ['^([\\u{1f600}-\\u{1f602}]|😁)+$', Infinity],
  ['^(a{1,1000}){1,1000}$', Infinity],
  ['^(x?){25}$', Infinity],
  ['(?:|){30}x', Infinity],
  [`^${'(a|a)'.repeat(30)}$`, Infinity],
  [`^${'('.repeat(2000)}a${')'.repeat(2000)}$`, Infinity],
  [`^${'a?'.repeat(400)}$`, Infinity],
  ['^(\\w+) \\1$', Infinity],
]);

function table(rows: readonly [string, number][]): void {
  test.each(rows)('%s', (pattern, degree) => {
    expect(degreeOf(pattern)).toBe(degree);
  });
}

test('ajv keeps patterns apart', () => {
  const ajv = new Ajv2020.default({ code: { regExp: boundedRegExp } });
  const schema = { allOf: [{ pattern: '^a' }, { pattern: 'b$' }] };
  expect(['ab', 'a', 'b'].map((text) => ajv.validate(schema, text))).toEqual([true, false, false]);
});

test('a text is only tried where the worst case takes little time', () => {
  expect(matches('^a+$', 'a'.repeat(100_000))).toBe(true);
  expect(matches('^(a+)+$', 'aa')).toBeUndefined();
  expect(matches('[a-z]+@', 'a@')).toBe(true);
  expect(matches('[a-z]+@', 'a'.repeat(100_000))).toBeUndefined();
  expect(matches('(', 'a')).toBeUndefined();
  expect(boundedRegExp('^(a+)+$', 'u').test(`${'a'.repeat(40)}!`)).toBe(true);
});
