import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../scripts/io/secrets/leak.ts';
import { cpuMs } from '../../fixtures/cpu.ts';
import { encodings, innermost } from '../../fixtures/encodings.ts';

const secret = 'ca/na ry"+&<w\'örd>%\\~';

function shows(text: string, secrets: readonly string[]): boolean {
  return createSearch(secrets)(text) !== undefined;
}

/** Where it may stand: what is around it must not be taken for a part of it, nor go together with it. */
const frames: readonly ((text: string) => string)[] = [
  (text) => `"items": "${text}", b`,
  (text) => `<a href="${text}">it</a>`,
  (text) => `<a onclick='f("${text}")'>it</a>`,
  (text) => `1${text}.`,
  (text) => `t=${text}&u=1`,
];

describe.each(Object.entries(innermost))('%s', (_, encode) => {
  test('is found in the middle of a text', () => {
    for (const frame of frames) expect(shows(frame(encode(secret)), ['another one', secret])).toBe(true);
  });

  test.each(Object.entries(encodings))('is found inside %s', (_other, outer) => {
    for (const inner of frames)
      for (const frame of frames) expect(shows(frame(outer(inner(encode(secret)))), [secret])).toBe(true);
  });
});

test.each([
  ['wrapped lines', `${secret.slice(0, 11)}\n    ${secret.slice(11)}`],
  ['colours', `${secret.slice(0, 5)}\u001b[2m${secret.slice(5)}\u001b[22m`],
  ['the end of a long text', `${'x'.repeat(600_000)}${secret}`],
])('%s do not hide it', (_, text) => {
  expect(shows(text, [secret])).toBe(true);
});

test('another text is no secret, nor is a part of one', () => {
  expect(
    shows(`see ${secret.slice(1)} or ${Buffer.from(secret.slice(0, -1)).toString('base64')}`, [secret]),
  ).toBe(false);
  expect(shows('', [secret])).toBe(false);
  expect(shows('anything', [])).toBe(false);
});

test('a secret of less than eight characters may be a word', () => {
  expect(shows('passed', ['passed'])).toBe(false);
});

test.each(['\\', '&', '<a', '%', '=', '=a', '%25', 'a1', '\\x', 'A', '\0', '\u001b[', '\\u{'])(
  'a text full of %j is looked through in no time',
  (sign) => {
    const start = cpuMs();
    expect(shows(sign.repeat(200_000 / sign.length), [secret])).toBe(false);
    expect(cpuMs() - start).toBeLessThan(3000);
  },
);

test('any text is looked through', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !shows(text, [secret])));
});
