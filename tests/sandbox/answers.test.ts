import { beforeAll, expect, test } from 'vitest';
import { brief, type Given, type Judged, json, jsonResponse, judge } from './lab.ts';

const object = { type: 'object' };
const ok = jsonResponse(object);
const sum = { 'X-Sum': { required: true, schema: { type: 'integer' } } };
const maybe = { 'X-Sum': { schema: { type: 'integer', minimum: 1 } } };
const tags = { 'X-Tags': { schema: { type: 'array', items: { type: 'integer' } } } };
const anyText = {
  200: { description: 'It.', content: { 'text/*': {}, 'application/json': { schema: object } } },
};
const nothing = { 204: { description: 'Nothing.' } };
const errors = {
  ...ok,
  ...jsonResponse({ required: ['detail'] }, '4XX'),
  ...jsonResponse({ required: ['error'] }, '429'),
  ...jsonResponse({ required: ['message'] }, 'default'),
};
const observed = { 'x-provenance': 'observed' };

/** It describes every level, so that each check has something to do there. */
const nest = { type: 'object', properties: { a: { $ref: '#/components/schemas/Nest' } } };
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`;
const twins = jsonResponse({ type: 'array', uniqueItems: true, items: { type: 'object' } });
const unread = 'status, media-type, json inconclusive 200';

const typed = 'status, media-type';
const parsed = `${typed}, json`;
const fine = `${parsed}, schema`;

const table: readonly (readonly [string, Given, string])[] = [
  // Status
  ['as documented', given(ok, 200, '{}'), fine],
  ['206 is not documented', given(ok, 206, '{}'), 'status failed'],
  ['500 is not documented', given(ok, 500, '{}'), 'status failed'],
  [
    '201 documented beside the wanted 200',
    want('200', given({ ...ok, ...jsonResponse(object, '201') }, 201, '{}')),
    'status failed 200, media-type, json, schema',
  ],
  ['4XX for a 418', want('4XX', given(errors, 418, '{"detail":1}')), fine],
  [
    '4XX with a wrong body',
    want('4XX', given(errors, 404, '{}')),
    `${parsed}, schema failed 4XX schema/required`,
  ],
  ['exact before 4XX', want('429', given(errors, 429, '{}')), `${parsed}, schema failed 429 schema/required`],
  [
    'default for a 503',
    want('default', given(errors, 503, '{}')),
    'status failed default, media-type, json, schema failed default schema/required',
  ],
  [
    'an error where success is wanted',
    want('200', given(errors, 404, '{"detail":1}')),
    'status failed 200, media-type, json, schema',
  ],
  ['an error sent by hand', given(errors, 404, '{"detail":1}'), 'status failed, media-type, json, schema'],
  [
    '429 says nothing about the rest',
    want('200', given(errors, 429, '{"error":1}')),
    'status inconclusive 200, media-type, json, schema',
  ],
  [
    'nor does one that is not described',
    want('200', given(ok, 429, '{"error":1}')),
    'status inconclusive 200',
  ],
  [
    'an observed status that does not come',
    want('404', given({ ...ok, ...jsonResponse(object, '404', observed) }, 200, '{}')),
    'status drift 404, media-type, json, schema',
  ],
  // Media type
  ['charset', given(ok, 200, '{}', 'application/json; charset=utf-8'), fine],
  ['capitals', given(ok, 200, '{}', 'Application/JSON'), fine],
  ['HTML', given(ok, 200, '{}', 'text/html'), 'status, media-type failed 200'],
  [
    'JSON only in a parameter',
    given(ok, 200, '{}', 'text/html; was=application/json'),
    'status, media-type failed 200',
  ],
  ['JSON with more to its name', given(ok, 200, '{}', 'application/jsonp'), 'status, media-type failed 200'],
  ['no Content-Type', { responses: ok, reply: { body: '{}' } }, 'status, media-type failed 200'],
  ['a range', given(anyText, 200, 'hi', 'text/plain'), 'status, media-type'],
  ['beside a range', given(anyText, 200, '{}', 'application/json'), fine],
  [
    'an observed response as HTML',
    given(jsonResponse(object, '200', observed), 200, 'x', 'text/html'),
    'status, media-type drift 200',
  ],
  ['no body, none documented', given(nothing, 204, ''), 'status'],
  [
    'a body, none documented',
    given({ 200: { description: 'Nothing.' } }, 200, 'x', 'text/html'),
    'status, media-type drift 200',
  ],
  // JSON, to the last byte
  ['truncated', given(ok, 200, '{"a": [1'), `${typed}, json failed 200`],
  ['something after it', given(ok, 200, '{} x'), `${typed}, json failed 200`],
  ['two values', given(ok, 200, '{}{}'), `${typed}, json failed 200`],
  ['white space around it', given(ok, 200, ' {}\n'), fine],
  ['NaN', given(ok, 200, '{"a": NaN}'), `${typed}, json failed 200`],
  ['a comma too many', given(ok, 200, '{"a": 1,}'), `${typed}, json failed 200`],
  ['empty', given(ok, 200, ''), `${typed}, json failed 200`],
  ['white space alone', given(ok, 200, ' '), `${typed}, json failed 200`],
  ['null', given(ok, 200, 'null'), `${parsed}, schema failed 200 schema/type`],
  ['a byte order mark', given(ok, 200, bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d)), `${typed}, json failed 200`],
  ['Latin 1', given(ok, 200, bytes(0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d)), `${typed}, json failed 200`],
  ['UTF-8', given(ok, 200, '{"é€😀": "\\u00e9"}'), fine],
  ['the character that stands for what is no UTF-8', given(ok, 200, '{"a": "\ufffd"}'), fine],
  [
    'a slash in two bytes',
    given(ok, 200, bytes(0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d)),
    `${typed}, json failed 200`,
  ],
  [
    'half a pair of UTF-16',
    given(ok, 200, bytes(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d)),
    `${typed}, json failed 200`,
  ],
  ['a name twice', given(ok, 200, '{"a": 1, "a": 1}'), `${typed}, json failed 200`],
  [
    'a name twice, deep inside',
    given(ok, 200, '{"l": [{"x": {}}, {"x": {"b": 1, "c": {}, "b": 2}}]}'),
    `${typed}, json failed 200`,
  ],
  ['a name twice, once escaped', given(ok, 200, '{"a": 1, "\\u0061": 2}'), `${typed}, json failed 200`],
  [
    'a name twice, with an escaped quote',
    given(ok, 200, '{"\\"": 1, "\\"" : 2}'),
    `${typed}, json failed 200`,
  ],
  ['one name in two objects', given(ok, 200, '{"a": {"a": 1}, "b": {"a": 1}}'), fine],
  ['a name and the same text', given(ok, 200, '{"a": "a", "b": ["a", "a"], "c": "{\\"c\\":1"}'), fine],
  [
    'the name __proto__ twice',
    given(ok, 200, '{"__proto__": 1, "__proto__": 2}'),
    `${typed}, json failed 200`,
  ],
  [
    'broken, in an observed response',
    given(jsonResponse(object, '200', observed), 200, '{'),
    `${typed}, json drift 200`,
  ],
  // Headers
  ['a header as documented', withHeaders(sum, { 'x-sum': '12' }), 'status, headers'],
  ['a header missing', withHeaders(sum, {}), 'status, headers failed 200/headers/X-Sum'],
  [
    'a header of another type',
    withHeaders(sum, { 'X-Sum': 'twelve' }),
    'status, headers failed 200/headers/X-Sum/schema/type',
  ],
  [
    'a header empty',
    withHeaders(sum, { 'X-Sum': '' }),
    'status, headers failed 200/headers/X-Sum/schema/type',
  ],
  ['an optional header missing', withHeaders(maybe, {}), 'status'],
  [
    'an optional header out of range',
    withHeaders(maybe, { 'X-Sum': '0' }),
    'status, headers failed 200/headers/X-Sum/schema/minimum',
  ],
  ['a list', withHeaders(tags, { 'X-Tags': '1, 2' }), 'status, headers'],
  [
    'a list of something else',
    withHeaders(tags, { 'X-Tags': '1, b' }),
    'status, headers failed 200/headers/X-Tags/schema/items/type',
  ],
  [
    'an observed header missing',
    withHeaders({ 'X-Sum': { ...sum['X-Sum'], ...observed } }, {}),
    'status, headers drift 200/headers/X-Sum',
  ],
  // Depth
  ['900 levels', given(jsonResponse(nest), 200, nested(900)), `${fine}, undocumented`],
  ['50,000 levels', given(jsonResponse(nest), 200, nested(50_000)), unread],
  ['50,000 arrays', given(ok, 200, '['.repeat(50_000) + ']'.repeat(50_000)), unread],
  ['deep items to be compared', given(twins, 200, `[${nested(50_000)},${nested(50_000)}]`), unread],
  [
    'a header named Content-Type is ignored',
    withHeaders({ 'Content-Type': { required: true, schema: { const: 'x' } } }, {}),
    'status',
  ],
];

let judged: readonly Judged[] = [];

beforeAll(async () => {
  const rows = table.map(([, row]) => row);
  judged = await judge(rows, { schemas: { Nest: nest } });
});

test.each(table.map(([name, , wanted], index) => ({ name, wanted, index })))('$name', ({ wanted, index }) => {
  const result = judged[index];
  expect(result && brief(result)).toBe(wanted);
});

function given(
  responses: object,
  status: number,
  body: string | Uint8Array,
  type = json['Content-Type'],
): Given {
  return { responses, reply: { status, headers: { 'Content-Type': type }, body } };
}

function want(wanted: string, row: Given): Given {
  return { ...row, wanted };
}

function withHeaders(documented: object, sent: Readonly<Record<string, string>>): Given {
  return { responses: { 200: { description: 'It.', headers: documented } }, reply: { headers: sent } };
}

function bytes(...all: readonly number[]): Uint8Array {
  return Uint8Array.from(all);
}
