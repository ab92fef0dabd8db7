import { expect, test } from 'vitest';
import { tidy } from '../../../scripts/suite/postman/tidy.ts';

test.each([
  [{ b: 1, name: 'x', a: 2, id: 'y' }, '{"id":"y","name":"x","a":2,"b":1}'],
  [{ a: {}, b: [], c: null, d: undefined, e: '', f: { g: {} } }, '{"f":{}}'],
  [{ value: '', key: 'x' }, '{"key":"x","value":""}'],
  [{ type: 'any', value: 0 }, '{"value":0}'],
  [{ enabled: false }, '{"enabled":false}'],
  [{ description: { content: 'Words.', type: 'text/plain' } }, '{"description":"Words."}'],
  [{ _: { postman_id: 'x' } }, '{"_postman_id":"x"}'],
  [{ script: { id: 'random', exec: ['a', ''] } }, '{"script":{"exec":["a",""]}}'],
  [{ url: { host: ['{{b}}'], path: ['a'] } }, '{"url":{"raw":"{{b}}/a","host":["{{b}}"],"path":["a"]}}'],
  [[{ b: 1, a: null }], '[{"b":1}]'],
])('%j as %s', (given, wanted) => {
  expect(JSON.stringify(tidy(given))).toBe(wanted);
});
