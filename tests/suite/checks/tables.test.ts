import { describe, expect, test } from 'vitest';
import { toSources } from '../../../scripts/suite/checks/sources.ts';
import { schemaPointers, toOperationTables } from '../../../scripts/suite/checks/tables.ts';
import { compileValidators } from '../../../scripts/suite/checks/validators.ts';
import { openText } from '../../fixtures/open.ts';

const thing = { $ref: '#/components/schemas/Thing' };

test('every schema once, where it is written', async () => {
  const { spec, api } = await openText(
    describeResponses({
      200: {
        description: 'It.',
        headers: { 'X-Own': { schema: { type: 'integer' } }, 'X-Ref': { schema: thing } },
        content: { 'application/json': { schema: thing }, 'text/plain': {} },
      },
      default: { description: 'Else.', content: { 'application/json': { schema: thing } } },
    }),
  );
  const pointers = schemaPointers(api.operations);
  const at = '/paths/~1/get/responses/200';
  expect(pointers).toEqual(['/components/schemas/Thing', `${at}/headers/X-Own/schema`]);
  expect(toOperationTables(spec, api, api.operations, pointers)['GET /']?.responses).toMatchObject({
    200: {
      pointer: at,
      contents: { 'application/json': 0, 'text/plain': -1 },
      headers: [
        { name: 'X-Own', validator: 1 },
        { name: 'X-Ref', validator: 0 },
      ],
    },
    default: { contents: { 'application/json': 0 } },
  });
});

describe('a schema that can not be compiled is told, with its place', () => {
  test.each([
    [{ enum: [] }, /non-empty/i],
    [{ allOf: [{}, { enum: [] }] }, /non-empty/i],
  ])('%j', async (schema, reason) => {
    const responses = { 200: { description: 'It.', content: { 'application/json': { schema } } } };
    const { spec, api } = await openText(describeResponses(responses));
    const { problems } = toSources(spec, api);
    expect(problems).toMatchObject([{ code: 'schema-not-compilable', severity: 'error' }]);
    expect(problems[0]?.pointer).toMatch(/\/200\/content\/application~1json\/schema$/);
    expect(problems[0]?.message).toMatch(reason);
  });
});

test('a pattern that is not a regular expression is left out, and the rest is compiled', async () => {
  const schema = { type: 'string', maxLength: 3, pattern: '(', patternProperties: { '[': {}, '^a': {} } };
  const responses = { 200: { description: 'It.', content: { 'application/json': { schema } } } };
  const { spec, api } = await openText(describeResponses(responses));
  const { problems } = toSources(spec, api);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

function describeResponses(responses: object): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: { '/': { get: { responses } } },
    components: { schemas: { Thing: { type: 'integer' } } },
  };
}

test('prose is not part of the checks', async () => {
  const codeOf = async (schema: object) => {
    const { spec, api } = await openText(describeResponses(response(schema)));
    return compileValidators(spec, schemaPointers(api.operations)).codeOf(schemaPointers(api.operations));
  };
  const response = (schema: object) => ({
    200: { description: 'It.', content: { 'application/json': { schema } } },
  });
  const bare = { required: ['description'], properties: { description: { enum: ['a'] }, title: {} } };
  const told = { ...bare, description: 'A thing.', title: 'Thing', 'x-source': 'Someone.', example: {} };
  expect(await codeOf(told)).toBe(await codeOf(bare));
  expect(await codeOf({ ...bare, properties: {} })).not.toBe(await codeOf(bare));
});
