import type { Reply } from '../fixtures/server.ts';
import { json, jsonResponse } from '../sandbox/lab.ts';

/** A construct of OpenAPI, a response that keeps what it says, and one that does not. */
export type ResponseRow = {
  readonly construct: string;
  /** The versions of OpenAPI that have the construct; both where none is named. */
  readonly only?: '3.0' | '3.1';
  readonly responses: object;
  readonly right: Reply;
  readonly wrong: Reply;
  /** The check that fails on the wrong response. */
  readonly check: string;
};

const reply = (value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  headers: { ...json, ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

const ofSchema = (
  construct: string,
  schema: object,
  [right, wrong]: readonly [unknown, unknown],
  more: object = {},
): ResponseRow => ({
  construct,
  responses: jsonResponse(schema),
  right: reply(right),
  wrong: reply(wrong),
  check: 'schema',
  ...more,
});

const inHeader = (
  construct: string,
  header: object,
  [right, wrong]: readonly [string, string],
): ResponseRow => ({
  construct,
  responses: jsonResponse({ type: 'object' }, '200', { headers: { 'X-H': header } }),
  right: reply({}, { 'X-H': right }),
  wrong: reply({}, { 'X-H': wrong }),
  check: 'headers',
});

const ofType = (
  construct: string,
  [documented, right, wrong]: readonly [string, string, string],
): ResponseRow => ({
  construct,
  responses: { 200: { description: 'It.', content: { [documented]: { schema: { type: 'object' } } } } },
  right: { headers: { 'Content-Type': right }, body: '{}' },
  wrong: { headers: { 'Content-Type': wrong }, body: '{}' },
  check: 'media-type',
});

const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const integers = { type: 'array', items: { type: 'integer' } };
const rgb = object({ r: { type: 'integer' }, g: { type: 'integer' } }, { required: ['r'] });
const cat = object({ kind: { type: 'string' }, lives: { type: 'integer' } }, { required: ['kind', 'lives'] });
const dog = object({ kind: { type: 'string' }, tricks: integers }, { required: ['kind'] });

const schemas: readonly ResponseRow[] = [
  ofSchema('`multipleOf` on decimals', { multipleOf: 0.01 }, [19.99, 19.999]),
  ofSchema('`multipleOf` on integers', { multipleOf: 3 }, [9, 10]),
  ofSchema('`format: int64`, all digits', { type: 'integer', format: 'int64' }, [
    '9223372036854775807',
    '9223372036854775808',
  ]),
  ofSchema(
    'required property named `constructor`',
    object({ constructor: { type: 'string' } }, { required: ['constructor'] }),
    [{ constructor: 'x' }, {}],
  ),
  ofSchema(
    'required property named `__proto__`',
    object(JSON.parse('{"__proto__": {"type": "string"}}'), { required: ['__proto__'] }),
    ['{"__proto__": "x"}', '{"__proto__": 1}'],
  ),
  ofSchema('optional property named `toString`', object({ toString: { type: 'string' } }), [
    {},
    { toString: 1 },
  ]),
  ofSchema(
    'required `writeOnly` property',
    object(
      { id: { type: 'integer' }, secret: { type: 'string', writeOnly: true } },
      { required: ['id', 'secret'] },
    ),
    [{ id: 1 }, {}],
  ),
  ofSchema(
    'required `writeOnly` property of a part of `allOf`',
    {
      allOf: [object({ id: { type: 'integer' }, secret: { type: 'string', writeOnly: true } })],
      required: ['id', 'secret'],
    },
    [{ id: 1 }, {}],
  ),
  ofSchema('`nullable`', object({ a: { type: 'string', nullable: true } }), [{ a: null }, { a: 1 }], {
    only: '3.0',
  }),
  ofSchema('list of types', object({ a: { type: ['string', 'null'] } }), [{ a: null }, { a: 1 }], {
    only: '3.1',
  }),
  ofSchema('`exclusiveMinimum: true`', { type: 'integer', minimum: 1, exclusiveMinimum: true }, [2, 1], {
    only: '3.0',
  }),
  ofSchema('`exclusiveMinimum: 1`', { type: 'integer', exclusiveMinimum: 1 }, [2, 1], { only: '3.1' }),
  ofSchema('`oneOf` with `discriminator`', { oneOf: [cat, dog], discriminator: { propertyName: 'kind' } }, [
    { kind: 'cat', lives: 9, tricks: 'none' },
    { kind: 'cat', lives: 'nine', tricks: 'none' },
  ]),
  ofSchema(
    '`patternProperties`',
    object({}, { patternProperties: { '^x-': { type: 'integer' } } }),
    [{ 'x-a': 1 }, { 'x-a': 'b' }],
    { only: '3.1' },
  ),
  ofSchema(
    '`unevaluatedProperties: false`',
    { allOf: [rgb], unevaluatedProperties: false },
    [{ r: 1 }, { r: 1, b: 2 }],
    { only: '3.1' },
  ),
  ofSchema('`if` and `else`', { if: { required: ['r'] }, else: { required: ['g'] } }, [{ g: 2 }, { b: 3 }], {
    only: '3.1',
  }),
  ofSchema('`format: uuid`', { type: 'string', format: 'uuid' }, [
    '"3FA85F64-5717-4562-B3FC-2C963F66AFA6"',
    '"not-a-uuid"',
  ]),
  ofSchema('`format: date-time`', { type: 'string', format: 'date-time' }, [
    '"2026-01-02t03:04:05.678z"',
    '"2026-02-30T03:04:05Z"',
  ]),
];

const headers: readonly ResponseRow[] = [
  inHeader('header, integer', { schema: { type: 'integer' } }, ['3', 'x']),
  inHeader('header `simple`, array', { schema: integers }, ['1, 2', '1, x']),
  inHeader('header `simple`, object', { schema: rgb }, ['r,1,g,2', 'g,2']),
  inHeader('header `simple`, `explode`, object', { explode: true, schema: rgb }, ['r=1,g=2', 'g=2']),
  inHeader('header, `content`', { content: { 'application/json': { schema: rgb } } }, ['{"r":1}', '{"g":2}']),
  {
    ...inHeader('required header', { required: true, schema: {} }, ['x', '']),
    wrong: reply({}),
  },
];

const mediaTypes: readonly ResponseRow[] = [
  ofType('media type', ['application/json', 'application/json', 'text/plain']),
  ofType('media type, another case and charset', [
    'application/json',
    'Application/JSON; charset="UTF-8"',
    'application/jsonx',
  ]),
  ofType('media type with a parameter', [
    'application/vnd.x+json; version=2',
    'application/vnd.x+json;version="2"',
    'application/vnd.x+json;version=1',
  ]),
  ofType('range of media types', ['application/*', 'application/json', 'text/json']),
];

const statuses: readonly ResponseRow[] = [
  {
    construct: '`2XX`',
    responses: { '2XX': { description: 'It.' } },
    right: { status: 202 },
    wrong: { status: 302 },
    check: 'status',
  },
  {
    construct: '204',
    responses: { 204: { description: 'Nothing.' } },
    right: { status: 204 },
    wrong: { status: 404 },
    check: 'status',
  },
];

export const responseRows: readonly ResponseRow[] = [...statuses, ...mediaTypes, ...headers, ...schemas];
