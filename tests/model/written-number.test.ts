import { expect, test } from 'vitest';
import { toApi } from '../../scripts/model/to-api.ts';
import { asWritten, toJson } from '../../scripts/model/written-number.ts';
import { locateProblem } from '../../scripts/openapi/load/load.ts';
import { parse } from '../../scripts/openapi/load/parse.ts';
import { loadText } from '../fixtures/open.ts';

test.each([
  ['9223372036854775807', '9223372036854775807'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['1.10', '1.10'],
  ['19.99', '19.99'],
  ['0.0000001', '0.0000001'],
  ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ['-0', '-0'],
  ['-0.0', '-0.0'],
  ['1e3', '1000'],
  ['1E400', '1E400'],
  // Only YAML has these.
  ['012', '12'],
  ['+12', '12'],
  ['0x1F', '31'],
  ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
  ['0o17', '15'],
])('writes the number %s as %s', (written, wanted) => {
  const { data } = parse(`{ "a": ${written}, "list": [${written}] }`, 'x.yaml');
  expect(toJson(asWritten(data, []))).toBe(`{"a":${wanted},"list":[${wanted}]}`);
});

test.each([
  ['a string', '{ type: string, example: 012 }', '"012"'],
  ['a string or null', '{ type: [string, "null"], example: 1.10 }', '"1.10"'],
  ['a string that is a number in JSON', '{ type: string, example: 12 }', '"12"'],
  ['a string or a number', '{ type: [string, number], example: 1.10 }', '1.10'],
  ['the default', '{ type: number, default: 1.10 }', '1.10'],
  ['the constant', '{ type: integer, const: 9007199254740993 }', '9007199254740993'],
  [
    'the first of the enum',
    '{ type: integer, enum: [9007199254740993, 9007199254740995] }',
    '9007199254740993',
  ],
  ['the first of the examples', '{ type: number, examples: [2.50, 2.5] }', '2.50'],
  ['the minimum', '{ type: integer, minimum: 9007199254740993 }', '9007199254740993'],
  [
    'two properties that JavaScript takes for the same number',
    '{ type: object, properties: { a: { type: integer, example: 1379505554728411138 }, b: { type: integer, example: 1379505554728411139 } } }',
    '{"a":1379505554728411138,"b":1379505554728411139}',
  ],
  ['a reference', '{ $ref: "#/components/schemas/Price" }', '19.90'],
  [
    'an item of a composed schema',
    '{ allOf: [{ type: array, items: { $ref: "#/components/schemas/Price" } }] }',
    '[19.90]',
  ],
  [
    'a reference with a sibling',
    '{ $ref: "#/components/schemas/Price", default: 7.00, example: 7.000 }',
    '7.000',
  ],
])('sends %s with its digits', async (_, schema, wanted) => {
  const content = `content: { application/json: { schema: ${schema} } }`;
  const { operations } = await apiOf(`{ requestBody: { required: true, ${content} } }`);
  expect(toJson(operations[0]?.body?.example)).toBe(wanted);
});

test.each([
  ['an example', 'schema: { type: number }, example: 1.10', '1.10'],
  ['a named example', 'schema: { type: number }, examples: { one: { value: 1.10 } }', '1.10'],
  ['an example of the schema', 'schema: { type: number, example: 1.10 }', '1.10'],
  [
    'a list',
    'schema: { type: array, items: { type: integer } }, example: [9007199254740993, 1]',
    '[9007199254740993,1]',
  ],
  ['JSON', 'content: { application/json: { schema: { type: object }, example: { a: 1.10 } } }', '{"a":1.10}'],
])('keeps the digits of %s of a parameter', async (_, described, wanted) => {
  const { operations } = await apiOf(`{ parameters: [{ name: n, in: query, ${described} }] }`);
  expect(toJson(operations[0]?.parameters[0]?.example)).toBe(wanted);
});

test.each([
  [
    'the example of a parameter',
    'parameters: [{ name: n, in: query, schema: { type: string }, example: 012 }]',
    '012',
    'example: 012',
  ],
  [
    'an example in the body',
    'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Zip" }, example: { zip: 1.10 } } } }',
    '1.10',
    'zip: 1.10',
  ],
  [
    'an example of the schema',
    'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Zip" } } } }',
    '0x1F',
    'example: 0x1F',
  ],
])('warns of a number that is %s of type string', async (_, operation, text, place) => {
  const { problems, lines } = await apiOf(`{ ${operation} }`);
  const [found] = problems.filter(({ code }) => code === 'number-for-string');
  expect(found?.message).toContain(`The number ${text} is written where a string is described`);
  const { line = 0, column = 0 } = found?.location ?? {};
  expect(lines[line - 1]?.slice(column - 1, column - 1 + place.length)).toBe(place);
});

test('warns of no number where numbers are allowed', async () => {
  const { problems } = await apiOf(
    '{ parameters: [{ name: n, in: query, schema: { type: [string, integer] }, example: 012 }] }',
  );
  expect(problems.map(({ code }) => code)).not.toContain('number-for-string');
});

async function apiOf(operation: string) {
  const text = `openapi: 3.1.0
info: { title: Lab, version: '1' }
servers: [{ url: https://lab.example }]
paths:
  /a:
    post: ${operation.replace(/\}$/, ', responses: { 200: { description: It. } } }')}
components:
  schemas:
    Price: { type: number, example: 19.90 }
    Zip: { type: object, properties: { zip: { type: string, example: 0x1F } } }
`;
  const { spec, problems } = await loadText(text);
  if (spec === undefined) throw new Error(JSON.stringify(problems));
  const api = toApi(spec);
  return {
    ...api,
    lines: text.split('\n'),
    problems: api.problems.map((problem) => locateProblem(problem, spec.locate)),
  };
}
