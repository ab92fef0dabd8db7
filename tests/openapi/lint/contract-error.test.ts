import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { contractErrors } from '../../../scripts/openapi/lint/contract-error.ts';
import schema from '../../../spec/x-contract.schema.json' with { type: 'json' };

const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true, verbose: true });
ajv.addSchema(schema, 'contract');

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
  const validate = ajv.getSchema(`contract#/$defs/${definition}`) ?? expect.fail();
  validate(contract);
  expect(contractErrors(validate.errors ?? []).map(({ message }) => message)).toEqual([sentence]);
});
