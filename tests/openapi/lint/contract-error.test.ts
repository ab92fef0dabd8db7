import { expect, test } from 'vitest';
import { contractErrors } from '../../../scripts/openapi/lint/contract-error.ts';
import schema from '../../../spec/x-contract.schema.json' with { type: 'json' };

test.each([
  ['operation', 7, 'the value must be object.'],
  ['operation', { list: 7 }, '`/list` must be object.'],
  ['operation', { relations: {} }, '`/relations` must be array.'],
  [
    'operation',
    { budget: '3' },
    '`/budget` must be the time that an answer may take, such as `2000ms` or `1.5s`.',
  ],
  ['parameter', { discover: [] }, '`/discover` must be object.'],
  [
    'pathParameter',
    { unknwon: 404 },
    '`unknwon` is not a known key here. Known keys: window, unknown, discover. Did you mean `unknown`?',
  ],
])('a malformed %s, %j, is explained in a sentence', (definition, contract, sentence) => {
  const place = { $defs: schema.$defs, $ref: `#/$defs/${definition}` };
  expect(contractErrors(place, contract).map(({ message }) => message)).toEqual([sentence]);
});
