import { expect, test } from 'vitest';
import type { Finding } from '../../scripts/model/run-result.ts';
import { toSentence } from '../../scripts/report/headline.ts';

const finding: Finding = {
  ...{ region: 'eu', operationId: 'listSailings', case: 'success' },
  ...{ check: 'schema', severity: 'failed', message: 'm' },
};
const missing = { message: 'the body: expected a property `skipped`', expected: 'a property `skipped`' };
const closed = { message: '/a: expected no property `b`', expected: 'no property `b`' };
const enumOf = (names: string): Partial<Finding> => ({
  ...{ message: `/a: expected one of ${names}`, expected: `one of ${names}`, actual: '"x"' },
});

test.each<[string, Partial<Finding>, string]>([
  ['no property', { ...missing, instance: '' }, '200 response has no "skipped"'],
  [
    'no property in many places',
    { ...missing, instance: '/items/3', message: `${missing.message} (and in 24 more places)` },
    '200 response has no "skipped" at /items/3, and in 24 more places',
  ],
  [
    'no property beside another',
    { ...missing, expected: 'a property `b` beside `a`' },
    '200 response has no "b" beside `a`',
  ],
  ['one property too many', closed, '200 response has "b" at /a, which the schema does not allow'],
  ['a value', enumOf('"a"'), '200 response has "x" at /a instead of one of "a"'],
  ['many values', enumOf('"a"'.repeat(40)), '200 response has "x" at /a, which the schema does not allow'],
  ['a long value', { ...enumOf('"a"'), actual: 'x'.repeat(90) }, '200 response at /a: expected one of "a"'],
  [
    'several schemas',
    { ...enumOf('"a"'), expected: 'at least one of the schemas to match', actual: '5' },
    '200 response at /a: expected at least one of the schemas to match',
  ],
  [
    'a property without a description',
    { check: 'undocumented', message: '/a/b: a property that is not described (and in 2 more places)' },
    '200 response has /a/b, which is not described, and in 2 more places',
  ],
  [
    'a property with a name of several words',
    { check: 'undocumented', message: '/x: y: a property that is not described' },
    '200 response has /x: y, which is not described',
  ],
  [
    'a header with a dot',
    { check: 'headers', message: 'the header X.Foo is missing', actual: 'absent' },
    '200 response has no header X.Foo',
  ],
  [
    'a header whose value is a word of ours',
    { check: 'headers', message: 'the header X-A: expected "b"', actual: 'absent', expected: '"b"' },
    '200 response has absent in the header X-A instead of "b"',
  ],
  [
    'no JSON',
    { check: 'json', message: 'the body is not strict JSON: x' },
    '200 response is not strict JSON: x',
  ],
  [
    'a media type',
    { check: 'media-type', actual: 'text/html' },
    '200 response has the media type text/html, which is not documented',
  ],
  [
    'a body that is not documented',
    { check: 'media-type', expected: 'no body', actual: 'application/json' },
    '200 response has a body (application/json), and none is documented',
  ],
  ['no media type', { check: 'media-type', actual: 'no Content-Type' }, '200 response has no Content-Type'],
  [
    'no header',
    { check: 'headers', message: 'the header X-A is missing', actual: 'absent' },
    '200 response has no header X-A',
  ],
  [
    'a header',
    { check: 'headers', message: 'the header X-A: expected a number', expected: 'a number', actual: 'b' },
    '200 response has b in the header X-A instead of a number',
  ],
  [
    'time',
    { check: 'budget', expected: 'at most 10 ms', actual: '12 ms' },
    '200 response took 12 ms instead of at most 10 ms',
  ],
  [
    'a relation',
    {
      check: 'relation',
      message: 'they are not in the order of time (and in 2 more items)',
      expected: 'a <= b',
    },
    '200 response has values that are not in the order of time (and in 2 more items): a <= b',
  ],
  [
    'a page',
    { check: 'paging', message: 'not true: /total counts the items of all pages' },
    'it is not true that /total counts the items of all pages',
  ],
  [
    'a part of a list',
    { check: 'paging', message: 'it is not the part of the whole list that was asked for' },
    '200 response is not the part of the whole list that was asked for',
  ],
  [
    'a leak',
    { check: 'leak', message: 'the response reveals the inside of the server: a stack' },
    '200 response reveals the inside of the server: a stack',
  ],
  [
    'another response',
    { check: 'repeat', message: 'the response was different just before' },
    '200 response differs from the response just before',
  ],
  [
    'anything else',
    { check: 'sort', message: 'the list is in another order' },
    'the list is in another order',
  ],
  ['what was not judged', { ...missing, severity: 'inconclusive' }, missing.message],
  ['what is not listed', { ...missing, message: 'more than 20 properties' }, 'more than 20 properties'],
])('%s', (_, change, wanted) => {
  expect(toSentence({ ...finding, ...change }, 200)).toBe(wanted);
});

test('without a response', () => {
  const unread = { check: 'http', message: 'm', actual: 'headers of more than 128 KiB' };
  expect(toSentence({ ...finding, ...unread }, undefined)).toBe(
    'the response cannot be read: headers of more than 128 KiB',
  );
});
