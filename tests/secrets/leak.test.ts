import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../../scripts/secrets/leak.ts';
import { encodings, innermost } from '../fixtures/encodings.ts';

const secret = 'ca/na ry"+&<w\'örd>%\\~';
describe.each(Object.entries(innermost))('%s', (_, encode) => {
  test('is found in the middle of a text', () => {
    expect(createSearch(['another one', secret])(`a: "${encode(secret)}", b`)).toBe(true);
  });

  test.each(Object.entries(encodings))('is found inside %s', (_other, outer) => {
    const text = outer(`"items": "${encode(secret)}"`);
    expect(createSearch([secret])(`see ${text}.`)).toBe(true);
  });
});

test.each([
  ['wrapped lines', `${secret.slice(0, 11)}\n    ${secret.slice(11)}`],
  ['colours', `${secret.slice(0, 5)}\u001b[2m${secret.slice(5)}\u001b[22m`],
  ['the end of a long text', `${'x'.repeat(600_000)}${secret}`],
])('%s do not hide it', (_, text) => {
  expect(createSearch([secret])(text)).toBe(true);
});

test('another text is no secret, nor is a part of one', () => {
  expect(
    createSearch([secret])(
      `see ${secret.slice(1)} or ${Buffer.from(secret.slice(0, -1)).toString('base64')}`,
    ),
  ).toBe(false);
  expect(createSearch([secret])('')).toBe(false);
  expect(createSearch([])('anything')).toBe(false);
});

test('a secret of less than eight characters may be a word', () => {
  expect(createSearch(['passed'])('passed')).toBe(false);
});

test('any text is looked through', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !createSearch([secret])(text)));
});
