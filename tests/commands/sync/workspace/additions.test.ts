import { describe, expect, test } from 'vitest';
import { additionsIn } from '../../../../scripts/commands/sync/workspace/changes.ts';
import type { Data } from '../../../../scripts/commands/sync/workspace/data.ts';

const script = (...exec: readonly string[]): Data => ({ script: { exec, type: 'text/javascript' } });
const sent = {
  name: 'A',
  event: [{ listen: 'test', ...script('contract.check(pm)') }],
  request: { header: [{ key: 'Accept', value: 'x' }], url: { raw: '/a', query: [{ key: 'page' }] } },
};

/** The same with more in the request, as somebody adds it. */
const inRequest = (more: Data): Data => ({ ...sent, request: { ...sent.request, ...more } });

describe('what people add is named', () => {
  test.each([
    ['authorisation', { ...sent, auth: { type: 'noauth' } }, ['auth']],
    ['a description', { ...sent, description: 'mine' }, ['description']],
    [
      'another form of it',
      { ...sent, description: { content: 'mine', type: 'text/plain' } },
      ['description'],
    ],
    ['variables', { ...sent, variable: [{ key: 'a' }, { key: 'b' }] }, ['variable a', 'variable b']],
    [
      'behaviour',
      { ...sent, protocolProfileBehavior: { followRedirects: false } },
      ['protocolProfileBehavior'],
    ],
    [
      'a script beside ours',
      { ...sent, event: [...sent.event, { listen: 'prerequest', ...script('1') }] },
      ['event prerequest'],
    ],
    ['authorisation of a request', inRequest({ auth: { type: 'basic' } }), ['auth']],
    ['a body', inRequest({ body: { mode: 'raw', raw: '{}' } }), ['body']],
    ['headers', inRequest({ header: [{ key: 'X' }, { key: 'Accept' }] }), ['header X']],
    [
      'a second header of a name',
      inRequest({ header: [{ key: 'Accept' }, { key: 'Accept' }] }),
      ['header Accept'],
    ],
    [
      'a note on a header of ours, which is switched off',
      inRequest({ header: [{ key: 'Accept', value: 'x', description: 'mine', disabled: true }] }),
      ['header Accept: description', 'header Accept: disabled'],
    ],
    ['a header without a name', inRequest({ header: [{ key: '', value: 'x' }] }), ['header']],
    [
      'a certificate and a proxy',
      inRequest({ proxy: { host: 'h' }, certificate: { name: 'c' } }),
      ['certificate', 'proxy'],
    ],
    [
      'a parameter',
      inRequest({ url: { raw: '/a', query: [{ key: 'mine' }, { key: 'page' }] } }),
      ['query mine'],
    ],
    ['the description of a collection', { ...sent, info: { description: 'mine' } }, ['description']],
    ['in a saved example', { ...sent, originalRequest: { header: [{ key: 'X' }] } }, ['header X']],
  ])('%s', (_, given, additions) => {
    expect(additionsIn(sent, given)).toEqual(additions);
  });
});

test.each([
  ['nothing', sent],
  [
    'ids, dates and owners',
    { ...sent, id: '1', uid: '1-1', owner: '1', createdAt: 'x', lastUpdatedBy: '1', fork: {} },
  ],
  ['placeholders', { ...sent, response: [], auth: null, description: null, variable: [] }],
  ['a description without a text', { ...sent, description: { content: '', type: 'text/plain' } }],
  [
    'a script without a line',
    { ...sent, event: [...sent.event, { listen: 'prerequest', ...script('', ' ') }] },
  ],
  ['defaults of a header', inRequest({ header: [{ key: 'Accept', disabled: false, type: 'text' }] })],
  ['ids in ours', { ...sent, event: [{ ...sent.event[0], id: '1', script: { id: '2', packages: {} } }] }],
  [
    'a body without a text',
    inRequest({ body: { mode: 'raw', raw: '', options: { raw: { language: 'json' } } } }),
  ],
  [
    'what is gone, or another one',
    { name: 'A', request: { url: { raw: '/b', query: [{ key: 'page', value: '2' }] } } },
  ],
  ['no request at all', { name: 'A', request: 'https://a.example' }],
])('no addition: %s', (_, given) => {
  expect(additionsIn(sent, given)).toEqual([]);
});
