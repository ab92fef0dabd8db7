import { expect, test } from 'vitest';
import { parse } from '../../../scripts/openapi/load/parse.ts';

const yaml = [
  'openapi: 3.1.0',
  'paths:',
  '  /a/{b}:',
  '    get: { tags: [x, y] }',
  '    "put":',
  '      - é: 1',
  '        k~e/y: 2',
  'list:',
  '  - a',
  '  -   b: 1',
  '200: ok',
].join('\n');

test.each([
  ['', '1:1'],
  ['/openapi', '1:1'],
  ['/paths', '2:1'],
  ['/paths/~1a~1{b}', '3:3'],
  ['/paths/~1a~1{b}/get', '4:5'],
  ['/paths/~1a~1{b}/get/tags', '4:12'],
  ['/paths/~1a~1{b}/get/tags/1', '4:22'],
  ['/paths/~1a~1{b}/put', '5:5'],
  ['/paths/~1a~1{b}/put/0/é', '6:9'],
  ['/paths/~1a~1{b}/put/0/k~0e~1y', '7:9'],
  ['/list/0', '9:5'],
  ['/list/1', '10:7'],
  ['/list/1/b', '10:7'],
  ['/200', '11:1'],
  // What isn't there is shown at the nearest part around it.
  ['/paths/~1a~1{b}/get/responses/200', '4:5'],
  ['/list/7/b', '8:1'],
  ['/nothing', '1:1'],
])('%s stands at %s', (pointer, wanted) => {
  const { file, line, column } = parse(yaml, 'api.yaml').locate(pointer);
  expect(`${file}:${line}:${column}`).toBe(`api.yaml:${wanted}`);
});

test.each([
  ['{\n  "a": {"b": [1, 2]}\n}', '/a/b/1', '2:18'],
  ['a: 1\r\nb:\r\n  c: 2', '/b/c', '3:3'],
  ['base: &x\n  c: 2\nb: *x', '/base/c', '2:3'],
])('in %j, %s stands at %s', (text, pointer, wanted) => {
  const { line, column } = parse(text, 'api.yaml').locate(pointer);
  expect(`${line}:${column}`).toBe(wanted);
});
