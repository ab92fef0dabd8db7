import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { openText } from '../fixtures/open.ts';

const ok = { 200: { description: 'It.' } };
const bearer = { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } };
const schema = (schema: object, more: object = {}): object => ({
  parameters: [{ name: 'p', in: 'query', schema, ...more }],
  responses: { ...ok, 422: { description: 'No.' } },
});
const body = (schema: object): object => ({
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: { ...ok, 422: { description: 'No.' } },
});

/** The cases of an operation, each with the statuses that it may get. */
async function casesOf(operation: object, method = 'get'): Promise<string[]> {
  const { api } = await openText({
    ...{ openapi: '3.1.0', info: { title: 'Other', version: '1' }, servers: [{ url: 'https://a.example' }] },
    ...{ components: bearer, paths: { '/things': { [method]: { operationId: 'op', ...operation } } } },
  });
  return toPlan(api).cases.map(({ id, statuses }) => `${statuses.join(' ')} ${id}`.trim());
}

const invalid = (cases: readonly string[]): string[] => cases.filter((text) => text.includes('invalid'));

test.each([
  ['200 and 204', { responses: { ...ok, 204: { description: 'None.' } } }, '200 204 success'],
  ['default alone', { responses: { default: { description: 'It.' } } }, 'default success'],
  [
    '400 beside 422',
    {
      ...schema({ type: 'integer' }),
      responses: { ...ok, 400: { description: 'No.' }, 422: { description: 'No.' } },
    },
    '422 400 invalid-p-wrong-type',
  ],
])('every documented refusal of the kind is accepted: %s', async (_, operation, wanted) => {
  expect(await casesOf(operation)).toContain(wanted);
});

test.each([
  ['401', { 401: { description: 'No.' }, 403: { description: 'No.' } }, '401 none-token'],
  ['403 alone', { 403: { description: 'No.' } }, '403 none-token'],
  ['4XX', { '4XX': { description: 'No.' } }, '4XX none-token'],
  ['default', { default: { description: 'No.' } }, '4XX none-token'],
])('a request without a token is refused with %s', async (_, responses, wanted) => {
  expect(await casesOf({ security: [{ token: [] }], responses: { ...ok, ...responses } })).toContain(wanted);
});

test('where a token is optional, none is no mistake', async () => {
  const cases = await casesOf({
    security: [{}, { token: [] }],
    responses: { ...ok, 401: { description: 'No.' } },
  });
  expect(cases.filter((text) => text.includes('token'))).toEqual([]);
});

test.each([
  ['a text or a number takes anything', { type: ['integer', 'string'] }, []],
  [
    'a number or null',
    { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
    ['422 invalid-p-below-minimum', '422 invalid-p-wrong-type'],
  ],
  ['an enum in a part', { allOf: [{ type: 'string', enum: ['a', 'b'] }] }, ['422 invalid-p-outside-enum']],
  ['a pattern that fits what is made up', { type: 'string', pattern: '^[a-z-]+$' }, []],
  ['two forms', { oneOf: [{ type: 'integer' }, { type: 'string', enum: ['all'] }] }, []],
])('only what is surely invalid is sent as such: %s', async (_, given, wanted) => {
  expect(invalid(await casesOf(schema(given)))).toEqual(wanted);
});

test.each([
  ['a required enum is tried with each value', schema({ enum: ['a', 'b'] }, { required: true }), 2],
  ['required limits are tried', schema({ type: 'integer', minimum: 1, maximum: 9 }, { required: true }), 2],
  [
    'a required value alone is in every request',
    schema({ type: 'string' }, { required: true, example: 'a' }),
    0,
  ],
  ['a text without an example is not made up', schema({ type: 'string' }), 0],
  ['a text with an example is sent', schema({ type: 'string' }, { example: 'a' }), 1],
])('%s', async (_, operation, count) => {
  const cases = await casesOf(operation);
  expect(cases.filter((text) => text.includes('optional'))).toHaveLength(count);
});

test('the body cases use composed properties and leave out readOnly ones', async () => {
  const base = {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'integer', readOnly: true } },
  };
  const own = { type: 'object', properties: { name: { type: 'string' } } };
  const cases = await casesOf(body({ allOf: [base, own], example: { id: 1, name: 'a' } }), 'post');
  expect(cases.filter((text) => text.includes('body'))).toEqual([
    '422 body-without-name',
    '422 body-wrong-type-name',
    '422 body-empty',
    '422 body-broken',
  ]);
});

test('HEAD and OPTIONS are tried where they are not documented', async () => {
  expect(await casesOf({ responses: ok })).toEqual(
    expect.arrayContaining(['method-delete', 'method-head', 'method-options']),
  );
});
