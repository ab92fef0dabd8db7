import { beforeAll, expect, test } from 'vitest';
import { type Judged, json, jsonResponse, judge } from './lab.ts';

const has = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const a = has({ a: {} });
const map = (values: unknown): object => has({ a: {} }, { additionalProperties: values });

const components = {
  schemas: {
    Node: has({ name: {}, next: { $ref: '#/components/schemas/Node' }, all: { type: 'object' } }),
    Left: has({ left: { $ref: '#/components/schemas/Right' } }),
    Right: { allOf: [{ $ref: '#/components/schemas/Left' }, has({ right: a })] },
  },
};
const node = { $ref: '#/components/schemas/Node' };
const right = { $ref: '#/components/schemas/Right' };

/** The schema, a body, and the paths of what is not described; `-`: nothing could have been. */
const table: readonly (readonly [object, unknown, string])[] = [
  [a, { a: 1 }, ''],
  [a, { a: 1, b: 2 }, '/b'],
  [a, { a: { b: 2 } }, ''],
  [a, {}, ''],
  [a, { b: 1, c: 2 }, '/b, /c'],
  [a, { 'x/y~z': 1 }, '/x~1y~0z'],
  [a, { constructor: 1, toString: 2 }, '/constructor, /toString'],
  [a, '{"__proto__": 1}', '/__proto__'],
  [has({ ['__proto__']: has({ a: {} }) }), '{"__proto__": {"b": 1}}', '/__proto__/b'],
  [a, [{ b: 1 }], '-'],
  [a, null, '-'],
  [{ type: 'object' }, { b: 1 }, '-'],
  [{}, { b: 1 }, '-'],
  // In what is in it
  [has({ a }), { a: { b: 1 } }, '/a/b'],
  [{ items: a }, [{ a: 1 }, { b: 1 }, { b: 2 }], '/1/b (and in 1 more places)'],
  [{ items: a }, [], '-'],
  [{ prefixItems: [a, has({ b: {} })] }, [{ a: 1 }, { b: 1 }], ''],
  [node, { name: 1, next: { next: { extra: 1 }, more: 2 } }, '/next/more, /next/next/extra'],
  [node, { all: { extra: 1 } }, ''],
  [right, { left: { left: { right: { b: 1 } } }, right: { a: 1 } }, '/left/left/right/b'],
  // Several schemas of one value
  [{ allOf: [a, has({ b: {} })] }, { a: 1, b: 1 }, ''],
  [{ allOf: [a, has({ b: {} })] }, { c: 1 }, '/c'],
  [{ anyOf: [a, has({ b: {} })] }, { a: 1, b: 1, c: 1 }, '/c'],
  [{ oneOf: [a, { type: 'null' }] }, { b: 1 }, '/b'],
  [{ ...a, if: { required: ['a'] }, else: has({ b: {} }) }, { b: 1, c: 1 }, '/c'],
  [{ ...a, dependentSchemas: { a: has({ b: {} }) } }, { a: 1, b: 1, c: 1 }, '/c'],
  [{ allOf: [has({ a }), has({ a: has({ b: {} }) })] }, { a: { a: 1, b: 1, c: 1 } }, '/a/c'],
  // Where the description says something of other properties, that counts
  [map(true), { b: 1 }, '-'],
  [map(false), { a: 1 }, '-'],
  [map(has({ c: {} })), { b: { c: 1, d: 1 }, a: { d: 1 } }, '/b/d'],
  [has({ a: {} }, { patternProperties: { '^x-': {} } }), { 'x-b': 1 }, ''],
  [has({ a: {} }, { patternProperties: { '^x-': has({ c: {} }) } }), { 'x-b': { d: 1 }, y: 1 }, '/y, /x-b/d'],
  [has({ 'x-b': a }, { patternProperties: { '^x-': has({ c: {} }) } }), { 'x-b': { a: 1 } }, '/x-b/a'],
  [{ patternProperties: { '^x-': {}, '^y': {} } }, { yes: 1, no: 2 }, '/no'],
  [has({ a: {} }, { patternProperties: { '^x-': {} }, additionalProperties: {} }), { b: 1 }, '-'],
  [{ allOf: [a], unevaluatedProperties: { type: 'integer' } }, { b: 1 }, '-'],
];

let judged: readonly Judged[] = [];

beforeAll(async () => {
  const rows = table.map(([schema, body]) => ({
    responses: jsonResponse(schema),
    reply: { headers: json, body: typeof body === 'string' ? body : JSON.stringify(body) },
  }));
  judged = await judge(rows, components);
});

test.each(table.map(([schema, body, wanted], index) => ({ schema, body, wanted, index })))(
  '$schema, given $body',
  ({ wanted, index }) => {
    const found = judged[index]?.found.filter(({ check }) => check === 'undocumented') ?? [];
    const drifted = found.filter(({ verdict }) => verdict === 'drift');
    expect(found.length === 0 ? '-' : drifted.map(({ message }) => placeIn(message)).join(', ')).toBe(wanted);
    expect(found.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  },
);

test('what was found is shown, and where it is described', () => {
  expect(judged[1]?.found.find(({ check }) => check === 'undocumented')).toEqual({
    check: 'undocumented',
    verdict: 'drift',
    message: '/b: a property that is not described',
    expected: 'no property b, because it is not described',
    actual: '2',
    pointer: '/paths/~11/get/responses/200',
  });
});

function placeIn(message: string): string {
  return message.replace(': a property that is not described', '');
}
