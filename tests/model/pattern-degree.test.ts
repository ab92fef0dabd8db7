import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { boundedRegExp, matches } from '../../scripts/model/bounded-pattern.ts';
import { degreeOf } from '../../scripts/model/pattern-degree.ts';
import { cpuMs } from '../fixtures/cpu.ts';

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
  ['^(?<a>\\w+) \\k<a>$', Infinity],
  ['^(?:\\p{Script=Thai}|\\p{L})+$', Infinity],
  ['^(?:\\p{Nl}|\\p{N})+$', Infinity],
  ['^(?:\\p{Mn}|\\p{M})*$', Infinity],
  ['^(?:[\\p{Mn}_]|\\P{L})*$', Infinity],
  ['^(?:[^\\p{L}]|\\p{Mn})*$', Infinity],
  ['^(?:\\p{Script=Greek}|[\\u0300-\\u0400])*$', Infinity],
  ['^(?:\\p{Script=Thai}|[^a-z])*$', Infinity],
  ['^(?:\\p{Script=Thai}|.)*$', Infinity],
  ['^(?:\\p{Script=Garay}|\\p{L})+$', Infinity],
  ['^\\p{Lu}\\p{L}*(?:[ -]\\p{L}+)*$', 1],
  ['^(?:\\s|[^\\x00-\\xff\\u2028\\u2029\\u3000\\ufeff])*$', Infinity],
  ['^(?:[а-я]+,)*[а-я]+$', 1],
  ['^(?:[ω-α]|μ)*$', 0],
  ['^(?:[α-μ]|[λ-ω])*$', Infinity],
  ['^[]$', Infinity],
  ['(?<=(?:a|b|ab)*)c', Infinity],
  ['(?<=a*)b', 2],
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

test('the analysis itself ends, however many loops and patterns there are', () => {
  const loops = (letter: string, count: number): string => `^${`(?:a|b|${letter})*d`.repeat(count)}$`;
  const start = cpuMs();
  expect(degreeOf(loops('c', 70))).toBe(Infinity);
  for (let code = 0x3b1; code < 0x3b1 + 20; code += 1) degreeOf(loops(String.fromCodePoint(code), 70));
  // 1,000 patterns have to take less than 10 seconds; this leaves room for a busy machine.
  expect(cpuMs() - start).toBeLessThan(2000);
});

test('a pattern of degree 1 takes little time', () => {
  const atoms = [
    'a',
    '\\p{L}',
    '\\p{Script=Thai}',
    '\\p{Mn}',
    '\\s',
    '[^\\d]',
    '\\w',
    '[ก-ฮ]',
    '.',
    '\\P{N}',
  ];
  const characters = ['a', 'ก', '\u0e31', ' ', '\u1680', '1', 'é'];
  const random = randomFrom(7);
  const one = (): string => atoms[random(atoms.length)] ?? '';
  const patterns = Array.from({ length: 200 }, () => {
    const [first, second, third] = [one(), one(), one()];
    return [`^(?:${first}|${second})+$`, `^(?:${first}${second}?)*${third}$`, `^(?:${first}+${second})*$`][
      random(3)
    ];
  });
  const linear = patterns.filter((pattern = '') => degreeOf(pattern) === 1);
  expect(linear.length).toBeGreaterThan(10);
  for (const pattern of linear) {
    for (const character of characters) {
      const start = cpuMs();
      new RegExp(pattern ?? '', 'u').test(`${character.repeat(24)}\n1`);
      expect(cpuMs() - start, `${pattern} on ${character}`).toBeLessThan(50);
    }
  }
});

/** Whole numbers below a limit, the same ones for each seed (a linear congruential generator). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}
