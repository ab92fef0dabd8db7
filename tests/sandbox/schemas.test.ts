import { beforeAll, expect, test } from 'vitest';
import { brief, type Judged, json, jsonResponse, judge } from './lab.ts';

const components = {
  schemas: {
    Id: { type: 'string', pattern: '^[0-9a-f]+$' },
    Tree: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      },
    },
    Seen: { 'x-provenance': 'observed', properties: { a: { type: 'integer' } } },
    'a b/c~d': { type: 'integer' },
  },
};

const ref = (name: string, beside: object = {}): object => ({
  $ref: `#/components/schemas/${name}`,
  ...beside,
});
const has = (a: object, more: object = {}): object => ({ type: 'object', properties: { a }, ...more });

const closed = has({}, { additionalProperties: false });
const pair = { prefixItems: [{ type: 'integer' }, { type: 'string' }], items: false };
const sealed = { allOf: [has({})], unevaluatedProperties: false };
const together = { dependentRequired: { card: ['address'] } };
const some = { contains: { const: 1 }, minContains: 2, maxContains: 3 };
const choice = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
const time = has({ format: 'date-time' });
const branch = { if: has({ const: 1 }), else: { required: ['b'] } };
const guess = { ...has({ type: 'integer', 'x-provenance': 'inferred' }), required: ['a'] };

/** The schema, a body, and the broken clauses. */
const table: readonly (readonly [object, string, string])[] = [
  // Types and properties
  [{ type: 'array' }, '{}', 'failed /type'],
  [has({ type: 'integer' }), '{"a": 1}', ''],
  [has({ type: 'integer' }), '{"a": "1"}', 'failed /properties/a/type'],
  [has({ type: 'integer' }), '{"a": 1.0}', ''],
  [has({ type: 'integer' }), '{"a": 1.5}', 'failed /properties/a/type'],
  [has({ type: 'integer' }), '{"a": null}', 'failed /properties/a/type'],
  [has({ type: ['integer', 'null'] }), '{"a": null}', ''],
  [has({}, { required: ['a', 'b'] }), '{}', 'failed /required, failed /required'],
  [has({ enum: ['x', 1, null] }), '{"a": null}', ''],
  [has({ enum: ['x', 1, null] }), '{"a": "X"}', 'failed /properties/a/enum'],
  [has({ const: { b: [1] } }), '{"a": {"b": [1]}}', ''],
  [has({ const: { b: [1] } }), '{"a": {"b": [2]}}', 'failed /properties/a/const'],
  [closed, '{"a": 1}', ''],
  [closed, '{"a": 1, "b": 2}', 'failed /additionalProperties'],
  [has({ type: 'integer', format: 'int32' }), '{"a": 1}', ''],
  [has({ maximum: 5, exclusiveMinimum: 1 }), '{"a": 1}', 'failed /properties/a/exclusiveMinimum'],
  [has({ maxLength: 1 }), '{"a": "😀"}', ''],
  [has({ pattern: '^\\p{L}+$' }), '{"a": "é1"}', 'failed /properties/a/pattern'],
  // What JSON Schema 2020-12 knows and draft-07 passes over
  [pair, '[1, "x"]', ''],
  [pair, '["x", "x"]', 'failed /prefixItems/0/type'],
  [pair, '[1, "x", 2]', 'failed /items'],
  [sealed, '{"a": 1}', ''],
  [sealed, '{"b": 1}', 'failed /unevaluatedProperties'],
  [together, '{"card": 1, "address": 2}', ''],
  [together, '{"card": 1}', 'failed /dependentRequired'],
  [some, '[1, 2, 1]', ''],
  [some, '[1, 2]', 'failed /contains, failed /contains/const'],
  [some, '[1, 1, 1, 1]', 'failed /contains'],
  [ref('Id', { maxLength: 2 }), '"ab"', ''],
  [ref('Id', { maxLength: 2 }), '"abc"', 'failed /maxLength'],
  [ref('Id', { maxLength: 2 }), '"x"', 'failed #Id/pattern'],
  [choice, '1', ''],
  [choice, 'true', 'failed /oneOf/0/type, failed /oneOf/1/type, failed /oneOf'],
  [branch, '{"a": 2}', 'failed /else/required, failed /if'],
  [{ not: { type: 'null' } }, 'null', 'failed /not'],
  // Formats are asserted
  [time, '{"a": "2026-01-15T07:40:33Z"}', ''],
  [time, '{"a": "2026-01-15T07:40:33"}', 'failed /properties/a/format'],
  [time, '{"a": "2026-02-30T07:40:33Z"}', 'failed /properties/a/format'],
  [has({ format: 'uuid' }), '{"a": "0b7d5e9f-2a41-68b1-c4d7-e0a3f6928b3c"}', ''],
  [has({ format: 'uuid' }), '{"a": "0b7d5e9f"}', 'failed /properties/a/format'],
  [has({ format: 'email' }), '{"a": "a@example.com"}', ''],
  [has({ format: 'email' }), '{"a": "a.example.com"}', 'failed /properties/a/format'],
  [has({ format: 'of our own' }), '{"a": "anything"}', ''],
  // References and recursion
  [ref('Tree'), '{"name": "a", "children": [{"name": "b", "children": []}]}', ''],
  [ref('Tree'), '{"name": "a", "children": [{"name": "b", "children": [{}]}]}', 'failed #Tree/required'],
  [ref('a b~1c~0d'), '"x"', 'failed #a b~1c~0d/type'],
  // How a clause is known
  [ref('Seen'), '{"a": "x"}', 'drift #Seen/properties/a/type'],
  [guess, '{"a": "x"}', 'drift /properties/a/type'],
  [guess, '{}', 'failed /required'],
  [guess, '[]', 'failed /type'],
  // Each broken clause once, however often it is broken
  [
    { items: has({ type: 'integer' }, { required: ['b'] }) },
    JSON.stringify(Array(5000).fill({ a: 'x' })),
    'failed /items/required, failed /items/properties/a/type',
  ],
];

let judged: readonly Judged[] = [];

beforeAll(async () => {
  const rows = table.map(([schema, body]) => ({
    responses: jsonResponse(schema),
    reply: { headers: json, body },
  }));
  judged = await judge(rows, components);
});

test.each(table.map(([schema, body, wanted], index) => ({ schema, body: body.slice(0, 60), wanted, index })))(
  '$schema, given $body',
  ({ wanted, index }) => {
    const result = judged[index];
    const lines = (result ? brief(result) : '').split(', ').slice(3);
    const clauses = lines.filter((line) => line !== 'schema' && !line.startsWith('undocumented'));
    expect(clauses.map(clauseOf).sort()).toEqual(wanted === '' ? [] : wanted.split(', ').sort());
    expect(lines.length).toBeGreaterThan(0);
  },
);

test('an outcome says what is expected, what was found, and where', () => {
  const found = (body: string) => judged[table.findIndex(([, given]) => given.startsWith(body))]?.found[3];
  expect(found('{"a": "X"}')).toEqual({
    check: 'schema',
    verdict: 'failed',
    instance: '/a',
    message: '/a: expected one of "x", 1, null',
    expected: 'one of "x", 1, null',
    actual: '"X"',
    pointer: expect.stringMatching(/\/properties\/a\/enum$/),
  });
  expect(found('[{"a":"x"}')).toMatchObject({
    message: expect.stringMatching(/^\/0.*\(and in 4999 more places\)$/),
  });
});

/** `schema failed 200 schema/type` as `failed /type`. */
function clauseOf(line: string): string {
  return line.replace(/^schema /, '').replace('200 schema', '');
}
