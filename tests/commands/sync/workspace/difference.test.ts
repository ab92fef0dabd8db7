import { expect, test } from 'vitest';
import { differenceIn } from '../../../../scripts/commands/sync/workspace/changes.ts';

test.each([
  ['the same', { a: [1, 'x'] }, { a: [1, 'x'] }, undefined],
  [
    'what Postman adds is no difference',
    { name: 'n' },
    { name: 'n', uid: '1-2', updatedAt: 'now' },
    undefined,
  ],
  ['nor is one nothing for another', { value: '', list: [], body: {} }, { list: null }, undefined],
  ['a description with its media type', { description: 'd' }, { description: { content: 'd' } }, undefined],
  ['another value', { url: { raw: '/a' } }, { url: { raw: '/b' } }, 'url.raw'],
  ['a missing one', { auth: { type: 'bearer' } }, {}, 'auth'],
  ['false is not nothing', { followRedirects: false }, {}, 'followRedirects'],
  ['one more in a list', { header: [1] }, { header: [1, 2] }, 'header'],
  ['something where nothing is meant to be', { value: '' }, { value: 'x' }, 'value'],
  [
    'deep in a list',
    { event: [{ listen: 'test' }] },
    { event: [{ listen: 'prerequest' }] },
    'event[0].listen',
  ],
])('%s', (_, sent, given, place) => {
  expect(differenceIn(sent, given)).toBe(place);
});
