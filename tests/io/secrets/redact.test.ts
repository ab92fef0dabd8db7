import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapStrings } from '../../../scripts/base/map-strings.ts';
import { createRedactor } from '../../../scripts/io/secrets/redact.ts';
import { cpuMs } from '../../fixtures/cpu.ts';
import { encodings, innermost } from '../../fixtures/encodings.ts';
import { isDeep } from '../../fixtures/sample.ts';

const secret = 'p/ss "w\'örd"+%\\1~';

const encoders: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  HTML: (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  hex: (text) => Buffer.from(text).toString('hex'),
  HEX: (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'a shell': (text) => text.replaceAll("'", "'\\''"),
  'a JSON pointer': (text) => text.replaceAll('~', '~0').replaceAll('/', '~1'),
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': (text) =>
    encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  'of a form': (text) => new URLSearchParams([['', text]]).toString().slice(1),
  'percent-encoded in part': encodeURI,
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 without padding': (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64, percent-encoded': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON in ASCII': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, unicodeEscape),
  'JSON in JSON in JSON': (text) => [1, 2, 3].reduce((inner) => JSON.stringify(inner).slice(1, -1), text),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'JSON with escaped slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
};

function redact<T>(value: T, secrets: readonly string[]): T {
  return mapStrings(value, createRedactor(secrets));
}

const runs = { numRuns: isDeep ? 100 : 15 };
const secrets = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 16 });
const around = fc.string({ maxLength: 10 });

describe.each(Object.entries(encoders))('%s', (_, encode) => {
  test('becomes ***', () => {
    expect(redact(`before ${encode(secret)} after`, [secret])).toMatch(/^before \*\*\*(=|%3D)* after$/);
  });

  test('is in no string, whatever the secret is and stands in', () => {
    fc.assert(
      fc.property(secrets, around, around, (any, before, after) => {
        const clean = redact({ list: [before + encode(any) + after], [`${encode(any)}key`]: null }, [any]);
        for (const text of [...clean.list, ...Object.keys(clean)]) expect(text).not.toContain(encode(any));
      }),
      runs,
    );
  });
});

describe.each(Object.entries(encodings))('%s', (_, outer) => {
  test.each(Object.entries(innermost))('and in it %s: goes, and next to nothing besides', (_inner, inner) => {
    const framed = (text: string): string => `see ${outer(`"items": "${text}"`)}.`;
    const clean = redact(framed(inner(secret)), [secret]);
    expect(clean).toContain('***');
    // What is left of the escapes and groups at both ends of it, or has gone of its surroundings.
    expect(Math.abs(clean.length - framed(inner('')).length - '***'.length)).toBeLessThanOrEqual(24);
  });
});

test('a text that is full of it is not looked through for ever', () => {
  const twice = Buffer.from(Buffer.from(secret).toString('base64')).toString('base64');
  const start = cpuMs();
  expect(redact(`${twice}, `.repeat(2000), [secret])).toBe('***');
  expect(cpuMs() - start).toBeLessThan(5000);
});

test('a longer base64 gives no more than two characters of it away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), around, around, (any, before, after) => {
      const clean = redact(Buffer.from(before + any + after).toString('base64'), [any]);
      const full = Buffer.from(any).toString('base64').replace(/=+$/, '');
      expect(clean).toContain('***');
      expect(clean).not.toContain(full.slice(2, -2));
    }),
  );
});

test('all of several secrets go, the ones in each other too', () => {
  fc.assert(
    fc.property(fc.array(secrets, { minLength: 1, maxLength: 4 }), fc.array(around), (all, pieces) => {
      const clean = redact(all.flatMap((each, index) => [pieces[index] ?? '', each]).join(''), all);
      for (const each of all) expect(clean).not.toContain(each);
    }),
    runs,
  );
  expect(redact('longer-secret', ['longer', 'longer-secret'])).toBe('***');
});

const spellings: Readonly<Record<string, (text: string) => string>> = {
  'percent-encoded, each sign': (text) =>
    text.replace(/./gs, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  'percent-encoded in capitals': (text) =>
    text.replace(/./gs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  'JSON, each sign': (text) => text.replace(/./gs, unicodeEscape),
  'HTML, each sign': (text) => text.replace(/./gs, (sign) => `&#${sign.charCodeAt(0)};`),
  'HTML in hexadecimal': (text) => text.replace(/./gs, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
};

test.each(['as it is', 'percent-encoded', 'base64', 'base64url', 'JSON', ...Object.keys(spellings)])(
  'the beginning of one that was cut off goes, too: %s',
  (name) => {
    const token =
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dBjftJeZ4CVP/mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const text = (encoders[name] ?? spellings[name])?.(token) ?? '';
    fc.assert(
      fc.property(fc.integer({ min: 6, max: text.length - 1 }), around, (length, before) => {
        const shown = `"${before.replaceAll('.', '')}${text.slice(0, length)}...`;
        const clean = redact({ actual: `${shown} and more` }, [token]).actual;
        expect(clean).toMatch(/\*\*\*\.{3,4} and more$/);
        expect(clean).not.toContain(text.slice(0, 6));
      }),
    );
  },
);

test('an ellipsis behind other words stays', () => {
  expect(redact('and so on... "p/ss"...', [secret])).toBe('and so on... "p/ss"...');
});

test('what *** and its neighbours spell is no secret either', () => {
  expect(redact('aabcd', ['abcd', 'a***'])).toBe('***');
});

test.each<[string, unknown]>([
  ['text without secrets', 'p/ss word'],
  ['short words', 'the cat sat'],
  ['other values', { a: [1, true, null, undefined], b: {} }],
])('%s: stays', (_, value) => {
  expect(redact(value, [secret, 'cat', ''])).toEqual(value);
});

test('keys that become the same are told apart', () => {
  expect(redact({ 'secret-1': 'a', '***': 'b' }, ['secret-1'])).toEqual({ '***': 'a', '*** (2)': 'b' });
});

test('the value that was given stays as it was', () => {
  const given = { list: [secret] };
  expect(redact(given, [secret])).toEqual({ list: ['***'] });
  expect(given).toEqual({ list: [secret] });
});

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
}

test.each([1001, 5000, 100_000])('a secret of %i characters is found, and quickly', (length) => {
  const secret = 'ab/+"c'.repeat(length).slice(0, length);
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret),
    Buffer.from(secret).toString('base64'),
  ];
  const start = cpuMs();
  for (const form of forms) expect(redact(`x${form}y`, [secret]).length).toBeLessThan(20);
  expect(cpuMs() - start).toBeLessThan(10_000);
});
