import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsSecret } from '../../scripts/secrets/leak.ts';

const secret = 'ca/na ry"+&<w\'örd>%\\~';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const ascii = (text: string): string =>
  json(text).replace(/[^ -~]|[<>&/]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  hex: (text) => Buffer.from(text).toString('hex'),
  HEX: (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'a shell': (text) => text.replaceAll("'", "'\\''"),
  'a JSON pointer': (text) => text.replaceAll('~', '~0').replaceAll('/', '~1'),
  'percent-encoded': encodeURIComponent,
  'of a form': (text) => new URLSearchParams([['', text]]).toString().slice(1),
  JSON: json,
  'JSON in ASCII': ascii,
  markup,
  'markup by numbers': (text) =>
    Array.from(text, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
  base64,
  'base64 behind one byte': (text) => base64(`:${text}`),
  'base64 behind two bytes': (text) => base64(`a:${text}:b`),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'wrapped lines': (text) => `${text.slice(0, 11)}\n    ${text.slice(11)}`,
  colours: (text) => `${text.slice(0, 5)}\u001b[2m${text.slice(5)}\u001b[22m`,
};

describe.each(Object.entries(encodings))('%s', (_, encode) => {
  test('is found in the middle of a text', () => {
    expect(holdsSecret(`a: "${encode(secret)}", b`, ['another one', secret])).toBe(true);
  });

  test.each(Object.entries(encodings))('is found inside %s', (_other, outer) => {
    const text = outer(`"items": "${encode(secret)}"`);
    expect(holdsSecret(`see ${text}.`, [secret])).toBe(true);
  });
});

test('another text is no secret, nor is a part of one', () => {
  expect(holdsSecret(`see ${secret.slice(1)} or ${base64(secret.slice(0, -1))}`, [secret])).toBe(false);
  expect(holdsSecret('', [secret])).toBe(false);
  expect(holdsSecret('anything', [])).toBe(false);
});

test('a secret of less than eight characters may be a word', () => {
  expect(holdsSecret('passed', ['passed'])).toBe(false);
});

test('any text is looked through', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !holdsSecret(text, [secret])));
});
