import { expect, test } from 'vitest';
import type { Finding } from '../../../scripts/model/run-result.ts';
import { toOffence } from '../../../scripts/report/html/offending-part.ts';

const finding: Finding = {
  region: 'us',
  operationId: 'listSailings',
  case: 'success',
  check: 'schema',
  severity: 'failed',
  message: 'the body: expected type object',
};

test.each<[string, Partial<Finding>, object]>([
  ['the status', { check: 'status' }, { status: true }],
  ['the status, of a method', { check: 'method' }, { status: true }],
  ['the time', { check: 'budget' }, { time: true }],
  ['the media type', { check: 'media-type' }, { header: 'content-type' }],
  ['a header', { check: 'headers', message: 'the header Retry-After is missing' }, { header: 'retry-after' }],
  [
    'a header that tells',
    { check: 'leak', message: 'it tells of: SQL in the header X-Debug' },
    { header: 'x-debug' },
  ],
  ['a place in the body', { instance: '/a' }, { body: ['/a'] }],
  [
    'a property, or else its object',
    { instance: '/a', expected: 'no property `b/c`' },
    { body: ['/a/b~1c', '/a'] },
  ],
  ['nothing that could be marked', { check: 'paging' }, {}],
])('%s', (_, change, want) => {
  expect(toOffence({ ...finding, ...change })).toEqual({ status: false, time: false, body: [], ...want });
});
