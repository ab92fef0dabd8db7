import { expect, test } from 'vitest';
import { parseSent } from '../../scripts/sandbox/sent-request.ts';

test.each([
  ['/a/{id}', '/v1/a/5', { id: '5' }],
  ['/a/{id}/', '/v1/a/5/', { id: '5' }],
  ['/a//{id}', '/v1/a//5', { id: '5' }],
  ['/{id}/{n}', '/v1/a%2Fb/1+1', { id: 'a/b', n: '1+1' }],
  ['/{a}.{b}-{c}', '/v1/x.y-z', { a: 'x', b: 'y', c: 'z' }],
  ['/{a.b}/({c})', '/v1/x/(y)', { 'a.b': 'x', c: 'y' }],
  ['/{id}:undelete', '/a%3Ab:undelete', { id: 'a:b' }],
  ['/', '/', {}],
])('the path %s in %s', (template, path, wanted) => {
  expect(parseSent(`http://lab.example${path}`, template).path).toEqual(wanted);
});

test('a query, with plus signs as forms have them', () => {
  const { query } = parseSent('http://lab.example/?a+b=c+d&a+b=%2B&e=', '/');
  expect(query).toEqual({ 'a b': 'c d,+' });
});
