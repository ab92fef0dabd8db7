import { expect, test } from 'vitest';
import { expectedChecks } from '../../scripts/cases/expected-checks.ts';
import { toPlan } from '../../scripts/cases/plan.ts';
import { openMalformed } from '../fixtures/open.ts';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;

/** The checks of a case; those that depend on the response with a question mark. */
async function checksOf(responses: string, id = 'success', more = ''): Promise<string[]> {
  const { api } = await openMalformed(`
openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://a.example" }]
paths:
  /things:
    get:
      operationId: listThings
      summary: List things
      ${more}
      parameters:
        - { name: of, in: query, schema: { type: string, enum: [a, b] }, required: true }
        - { name: sort, in: query, schema: { type: string, enum: [n, -n] } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: size, in: query, schema: { type: integer, maximum: 9 } }
      responses: { ${responses} }
`);
  const testCase = toPlan(api).cases.find((one) => one.id === id);
  if (testCase === undefined) throw new Error(`no case ${id}`);
  return expectedChecks(testCase, api.operations).map(({ check, if: text }) =>
    text === undefined ? check : `${check}?`,
  );
}

test.each([
  ['no content', '', []],
  ['content without a schema', 'content: { application/json: {} }', ['media-type', 'json']],
  ['JSON', json('{}'), ['media-type', 'json', 'schema']],
  ['a media type that is not JSON', 'content: { text/csv: { schema: {} } }', ['media-type']],
  ['a range', 'content: { "*/*": { schema: {} } }', ['media-type', 'json?', 'schema?']],
  [
    'JSON or not',
    'content: { application/json: { schema: {} }, text/csv: {} }',
    ['media-type', 'json?', 'schema?'],
  ],
  ['an optional header', 'headers: { X-A: { schema: {} } }', ['headers?']],
  [
    'a required one too',
    'headers: { X-A: { schema: {} }, X-B: { required: true, schema: {} } }',
    ['headers'],
  ],
])('%s', async (_, response, wanted) => {
  const found = await checksOf(`"200": { description: ok, ${response} }`);
  expect(found.filter((check) => check !== 'status' && check !== 'leak')).toEqual(wanted);
});

test('what only one of the statuses has depends on which one comes', async () => {
  const [ok, bad] = ['"200": { description: ok }', `description: bad, ${json('{}')}`];
  const missing = (responses: string) => checksOf(`${ok}, ${responses}`, 'missing-of');
  const all = ['status', 'media-type', 'json', 'schema', 'leak'];
  expect(await missing(`"4XX": { ${bad} }`)).toEqual(all);
  expect(await missing(`"4XX": { ${bad} }, "404": { description: bad }`)).toEqual([
    'status',
    'media-type?',
    'json?',
    'schema?',
    'leak',
  ]);
});

test('a method that is not documented is told by two checks', async () => {
  expect(await checksOf(`"200": { description: ok, ${json('{}')} }`, 'method-head')).toEqual([
    'method',
    'leak',
  ]);
});

const required =
  '{ type: object, required: [all, n], properties: { all: { type: array }, n: { type: integer } } }';
const optional = '{ type: object, properties: { all: { type: array }, n: { type: integer } } }';
const nullable = required.replace('type: integer', 'type: [integer, "null"]');
const composed = `{ allOf: [${optional}, { required: [all, n] }] }`;
const paged = 'page: { number: page, size: size }';
const list = (parts = ''): string => `x-contract: { list: { items: /all, identity: /id, ${parts} } }`;

test.each([
  ['a list that must be there', required, list(), 'success', ['list']],
  ['one that need not', optional, list(), 'success', ['list?']],
  ['pages of a size that is not known', optional, list(paged), 'success', ['list?', 'paging?']],
  ['a size that is asked for', required, list(paged), 'whole-list', ['list', 'paging']],
  [
    'a number of items that must be there',
    required,
    list('page: { number: page, size: size, count: /n }'),
    'success',
    ['list', 'paging'],
  ],
  ['a list without pages, again', required, list(), 'repeat', ['list', 'paging', 'repeat']],
  [
    'a filter',
    required,
    list('filters: { of: { property: /of, keep: equals } }'),
    'filter-of-b',
    ['list', 'filter?'],
  ],
  [
    'a sort by default',
    required,
    list('sort: { by: sort, keys: { n: /n }, default: n }'),
    'success',
    ['list', 'sort?'],
  ],
  [
    'a sort that is asked for',
    required,
    list('sort: { by: sort, keys: { n: /n } }'),
    'sort-n-descending',
    ['list', 'sort'],
  ],
])('%s', async (_, schema, contract, id, wanted) => {
  const found = await checksOf(`"200": { description: ok, ${json(schema)} }`, id, contract);
  const general = ['status', 'media-type', 'json', 'schema', 'undocumented', 'leak'];
  expect(found.filter((check) => !general.includes(check))).toEqual(wanted);
});

test.each([
  ['an object', required, ['undocumented']],
  ['what need not be one', '{ properties: { n: {} } }', ['undocumented?']],
  ['objects in it', '{ type: array, items: { type: object, properties: { n: {} } } }', ['undocumented?']],
  ['a closed one', required.replace('object,', 'object, additionalProperties: false,'), []],
  ['one without names', '{ type: object }', []],
])('names of %s', async (_, schema, wanted) => {
  const found = await checksOf(`"200": { description: ok, ${json(schema)} }`);
  expect(found.filter((check) => check.startsWith('undocumented'))).toEqual(wanted);
});

const relation = (text: string): string => `x-contract: { relations: [{ ${text} }] }`;

test.each([
  ['values that must be there', required, 'equals: [/n, 3]', 'relation'],
  ['one that need not', optional, 'equals: [/n, 3]', 'relation?'],
  ['one that may be null', nullable, 'equals: [/n, 3]', 'relation?'],
  ['a schema of parts', composed, 'equals: [/n, 3]', 'relation'],
  ['each of some items', required, 'each: /all, equals: [/n, 3]', 'relation?'],
  ['what is sent', required, 'equals: [/n, $request.query.of]', 'relation'],
  ['what is not sent', required, 'equals: [/n, $request.query.page]', 'relation?'],
  ['a header that need not be there', required, 'equals: [/n, $response.header.X-N]', 'relation?'],
  ['two moments', required, 'ordered: [/all, /n]', 'relation'],
  ['one moment that must be there', required, 'ordered: [/n, /m]', 'relation?'],
  ['a time that went by', required, 'elapsed: { from: /all, to: /n, is: /n, unit: ms }', 'relation'],
])('a relation between %s', async (_, schema, text, wanted) => {
  const found = await checksOf(`"200": { description: ok, ${json(schema)} }`, 'success', relation(text));
  expect(found.at(-1)).toBe(wanted);
});

test('the conditions are in words', async () => {
  const { api } = await openMalformed({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          responses: {
            200: { description: 'ok', headers: { 'X-A': { schema: {} } }, content: { '*/*': {} } },
          },
        },
      },
    },
  });
  const [testCase = expect.fail()] = toPlan(api).cases;
  expect(expectedChecks(testCase, api.operations).filter((one) => one.if !== undefined)).toEqual([
    { check: 'json', if: 'the response is one for which it is described' },
    { check: 'headers', if: 'the response has an optional header' },
  ]);
});
