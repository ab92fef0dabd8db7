import { expect, test } from 'vitest';
import { changesIn } from '../../../../scripts/commands/sync/workspace/changes.ts';

const request = (name: string, description = '') => ({ name, request: { description }, response: [] });

test.each([
  ['nothing', [request('A')], [{ ...request('A'), id: '1', uid: '1-1' }], [], []],
  ['a request more, one less', [request('A')], [request('B')], ['+ A'], ['B']],
  [
    'a folder of somebody stands for what is in it, too',
    [],
    [{ name: 'F', item: [request('A')] }],
    [],
    ['F'],
  ],
  ['a folder stands for what is in it', [{ name: 'F', item: [request('A')] }], [], ['+ F'], []],
  [
    'a request changed',
    [{ name: 'F', item: [request('A', 'new')] }],
    [{ name: 'F', item: [request('A', 'old')] }],
    ['~ F / A: request.description'],
    [],
  ],
  [
    'the second of a name',
    [request('A'), request('A', 'x')],
    [request('A'), request('A')],
    ['~ A (2): request.description'],
    [],
  ],
  [
    'a saved example',
    [{ ...request('A'), response: [{ name: '200', code: 200 }] }],
    [request('A')],
    ['+ A / 200'],
    [],
  ],
  [
    'another order',
    [request('A'), request('B')],
    [request('B'), request('A')],
    ['~ the order of requests'],
    [],
  ],
])('%s', (_, sent, given, changes, removed) => {
  expect(changesIn({ item: sent }, { item: given })).toEqual({ changes, removed, additions: [] });
});

test('what somebody added is told with its place, and is no change', () => {
  const auth = { type: 'noauth' };
  const given = { auth, item: [{ name: 'F', auth, item: [{ ...request('A'), request: { auth } }] }] };
  expect(changesIn({ item: [{ name: 'F', item: [request('A')] }] }, given)).toEqual({
    changes: [],
    removed: [],
    additions: ['auth of the collection', 'auth of F / A', 'auth of F'],
  });
});
