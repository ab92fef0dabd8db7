import { expect, test } from 'vitest';
import { compareVariables } from '../../../../scripts/commands/sync/workspace/planned-change.ts';

const old = 'https://old.example';
const url = 'https://new.example';

type Given = { readonly key: string; readonly value?: unknown; readonly type?: string };

const compare = (own: readonly Given[], present: readonly Given[], secrets: readonly string[] = []) =>
  compareVariables(
    { kind: 'environment', id: '1', name: 'E', content: { values: own }, secrets: new Set(secrets) },
    { values: present },
  );
const none = { missing: [], filledIn: [], differing: [] };

test.each([
  ['the same', [{ key: 'a', value: url }], [{ key: 'a', value: url, type: 'any' }], {}],
  ['nothing of another kind', [{ key: 'a', value: '' }], [{ key: 'a' }], {}],
  ['a number', [{ key: 'a', value: '7' }], [{ key: 'a', value: 7 }], {}],
  ['one of their own', [], [{ key: 'mine', value: 'x' }], {}],
  ['one that is missing', [{ key: 'a', value: url }], [], { missing: [{ key: 'a', value: url }] }],
  [
    'one that was to be filled in',
    [{ key: 'a', value: '' }],
    [{ key: 'a', value: 'id' }],
    { filledIn: ['a'] },
  ],
  [
    'another value',
    [{ key: 'a', value: url }],
    [{ key: 'a', value: old }],
    { differing: [{ key: 'a', generated: url, present: old }] },
  ],
  [
    'an emptied one',
    [{ key: 'a', value: url }],
    [{ key: 'a', value: null }],
    { differing: [{ key: 'a', generated: url, present: '' }] },
  ],
  [
    'a secret there',
    [{ key: 'a', value: url }],
    [{ key: 'a', value: 'x', type: 'secret' }],
    { filledIn: ['a'] },
  ],
  [
    'credentials',
    [{ key: 'a', value: url }],
    [{ key: 'a', value: 'https://me:x@old.example' }],
    { filledIn: ['a'] },
  ],
  [
    'a key in a query',
    [{ key: 'a', value: url }],
    [{ key: 'a', value: `${old}?key=x` }],
    { filledIn: ['a'] },
  ],
])('%s', (_, own, present, wanted) => {
  expect(compare(own, present)).toEqual({ ...none, ...wanted });
});

test('a value of a secret is in nothing that is told', () => {
  const told = compare([{ key: 'token', value: 'ours' }], [{ key: 'token', value: 'theirs' }], ['token']);
  expect(told).toEqual({ ...none, filledIn: ['token'] });
});
