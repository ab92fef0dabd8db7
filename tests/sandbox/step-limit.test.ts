import { expect, test } from 'vitest';
import { json, judge } from './lab.ts';

const endless = `${'a'.repeat(60)}!`;
const has = (pattern: string): object => ({ properties: { a: { type: 'string', pattern } } });
const named = { patternProperties: { '^(a+)+$': { type: 'integer' } } };

/** The schema, the value of `a`, the verdict of the check, and a part of the reason. */
const table: readonly (readonly [schema: object, text: string, verdict: string, reason: string])[] = [
  [has('^(a+)+$'), endless, 'inconclusive', 'might take for ever on a text of 61 characters'],
  [has('^(a+)+$'), 'a', 'inconclusive', '^(a+)+$'],
  [{ not: has('^(a+)+$') }, endless, 'inconclusive', 'might take for ever'],
  [{ oneOf: [has('^(a+)+$'), { required: ['a'] }] }, endless, 'inconclusive', 'might take for ever'],
  [
    { if: { not: has('^(a+)+$') }, else: { $ref: '#/components/schemas/B' } },
    endless,
    'inconclusive',
    'for ever',
  ],
  [{ contains: has('^(a+)+$'), maxContains: 1 }, endless, 'inconclusive', 'might take for ever'],
  [named, endless, 'inconclusive', 'might take for ever'],
  [has('[a-z]+@'), 'a@', 'passed', ''],
  [has('[a-z]+@'), 'a', 'failed', 'a text that matches'],
  [has('[a-z]+@'), 'a'.repeat(50_000), 'inconclusive', 'of 50000 characters'],
  [{ items: has('a*a*b') }, 'a'.repeat(200), 'failed', 'a text that matches'],
];

test('a check by a pattern whose worst case is bad ends, and is inconclusive where nobody can tell', async () => {
  const judged = await judge(
    table.map(([schema, text]) => ({
      responses: { 200: { description: 'It.', content: { 'application/json': { schema } } } },
      reply: { status: 200, headers: json, body: bodyOf(schema, text) },
    })),
    { schemas: { B: { type: 'object', required: ['b'] } } },
  );
  const outcomes = judged.map(({ found }) => found.find(({ check }) => check === 'schema'));
  expect(outcomes.map((outcome) => outcome?.verdict)).toEqual(table.map(([, , verdict]) => verdict));
  for (const [index, [, , , reason]] of table.entries()) expect(outcomes[index]?.message).toContain(reason);
});

test('a header by such a pattern is inconclusive', async () => {
  const schemas = [{ pattern: '^(a+)+$' }, { not: { pattern: '^(a+)+$' } }];
  const judged = await judge(
    schemas.map((schema) => ({
      responses: {
        200: { description: 'It.', headers: { 'X-A': { schema: { type: 'string', ...schema } } } },
      },
      reply: { status: 200, headers: { 'X-A': endless } },
    })),
  );
  for (const { found } of judged)
    expect(found).toContainEqual(
      expect.objectContaining({
        check: 'headers',
        verdict: 'inconclusive',
        message: expect.stringContaining('the header X-A'),
      }),
    );
});

test('what is wrong beside such a pattern fails as well', async () => {
  const schema = { ...has('^(a+)+$'), required: ['b'] };
  const [judged] = await judge([
    {
      responses: { 200: { description: 'It.', content: { 'application/json': { schema } } } },
      reply: { status: 200, headers: json, body: bodyOf(schema, endless) },
    },
  ]);
  const found = judged?.found.filter(({ check }) => check === 'schema');
  expect(found?.map(({ verdict, pointer = '' }) => [verdict, pointer.split('/').pop()])).toEqual([
    ['failed', 'required'],
    ['inconclusive', '200'],
  ]);
});

function bodyOf(schema: object, text: string): string {
  if ('patternProperties' in schema) return JSON.stringify({ [text]: '' });
  return JSON.stringify(
    'items' in schema || 'contains' in schema ? Array.from({ length: 3 }, () => ({ a: text })) : { a: text },
  );
}
