import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../../scripts/openapi/load/load.ts';
import { loadText, withFiles } from '../../fixtures/open.ts';

const head = 'openapi: 3.1.0\ninfo: { title: Lab, version: "1" }\n';
const get = (path: string, operation: string): string => `  ${path}:\n    get:\n      ${operation}\n`;
const ok = 'responses: { "200": { description: It. } }';
const answer = (schema: string): string =>
  `responses: { "200": { description: It., content: { application/json: { schema: ${schema} } } } }`;
const aliases = [...'bcdefgh'].map(
  (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`)}]`,
);

/** The text of the description, and `code line:column` of each problem. */
const table: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'an open brace': ['openapi: 3.1.0\ninfo: { title: Lab', ['yaml-syntax 2:19']],
  'a tab': ['openapi: 3.1.0\n\tinfo: x', ['yaml-syntax 2:1']],
  'the same key twice': [`${head}paths: {}\npaths: {}`, ['yaml-syntax 4:1']],
  'the same key as a number and as text': [
    `${head}paths: {}\nx-a: { 200: a, "200": b }`,
    ['yaml-syntax 4:16'],
  ],
  'two documents': [`${head}paths: {}\n---\nb: 1`, ['yaml-syntax 4:1']],
  'aliases of aliases': [['a: &a [x, x]', ...aliases].join('\n'), ['yaml-aliases 1:1']],
  'an alias in itself': [`${head}paths: {}\nx-a: &a\n  b: *a`, ['yaml-aliases 5:3']],
  nothing: ['', ['openapi-version 1:1']],
  'a list': ['- a', ['openapi-version 1:1']],
  'Swagger 2': ['swagger: "2.0"\ninfo: { title: Lab, version: "1" }\npaths: {}', ['openapi-version 1:1']],
  'OpenAPI 3.2': ['openapi: 3.2.0\npaths: {}', ['openapi-version 1:1']],
  'a version as a number': ['openapi: 3.1\npaths: {}', ['openapi-version 1:1']],
  'a word that nobody knows': [`${head}paths: {}\npathz: {}`, ['struct 4:1']],
  'a response that says nothing': [
    `${head}paths:\n${get('/a', 'responses: { "200": {} }')}`,
    ['struct 6:20'],
  ],
  'a reference into nothing': [
    `${head}paths:\n${get('/a', answer('{ $ref: "#/components/schemas/No" }'))}`,
    ['no-unresolved-refs 6:88'],
  ],
  'a reference to no file': [
    `${head}paths:\n${get('/a', answer('{ $ref: no.yaml }'))}`,
    ['no-unresolved-refs 6:88'],
  ],
  'references in a circle': [
    `${head}paths: {}\ncomponents: { schemas: { A: { $ref: "#/components/schemas/A" } } }`,
    ['no-unresolved-refs 1:1'],
  ],
  'a reference that is no URI': [
    `${head}paths: {}\ncomponents: { schemas: { A: { items: { $ref: "#/components/schemas/%" } }, "%": {} } }`,
    ['no-unresolved-refs 4:31'],
  ],
  'a schema that is a branch of itself': [
    `${head}paths: {}\ncomponents: { schemas: { A: { anyOf: [{ type: string }, { $ref: "#/components/schemas/A" }] } } }`,
    ['schema-endless 4:26'],
  ],
  'two schemas that are branches of each other': [
    `${head}paths: {}\ncomponents:\n  schemas:\n    A: { allOf: [{ $ref: "#/components/schemas/B" }] }\n    B: { not: { oneOf: [{ $ref: "#/components/schemas/A" }] } }`,
    ['schema-endless 6:5'],
  ],
  'an operationId twice': [
    `${head}paths:\n${get('/a', `operationId: x\n      ${ok}`)}${get('/b', `operationId: x\n      ${ok}`)}`,
    ['operation-operationId-unique 10:7'],
  ],
  'a path parameter that is not described': [
    `${head}paths:\n${get('/a/{id}', ok)}`,
    ['path-parameters-defined 5:5'],
  ],
  'one path twice': [`${head}paths:\n  /a/{b}: {}\n  /a/{c}: {}`, ['no-identical-paths 5:3']],
};

test.each(Object.entries(table))('%s', async (_, [text, wanted]) => {
  expect(await problemsIn({ 'api.yaml': text })).toEqual(wanted.map((line) => `api.yaml ${line}`));
});

test.each([
  ['Thing:\n  type: object\n  properties: 7', ['b.yaml struct 3:15']],
  ['Thing: { type: object', ['b.yaml no-unresolved-refs 1:22', 'api.yaml no-unresolved-refs 6:88']],
  ['Other: {}', ['api.yaml no-unresolved-refs 6:88']],
])('in another file: %s', async (text, wanted) => {
  const main = `${head}paths:\n${get('/a', answer('{ $ref: "b.yaml#/Thing" }'))}`;
  expect(await problemsIn({ 'api.yaml': main, 'b.yaml': text })).toEqual(wanted);
});

test('a schema in a property and in an item of itself is none', async () => {
  const self = '{ $ref: "#/components/schemas/A" }';
  const schema = `{ anyOf: [{ type: string }, { items: ${self}, properties: { not: ${self} } }] }`;
  const { problems } = await loadText(`${head}paths: {}\ncomponents: { schemas: { A: ${schema} } }`);
  expect(problems).toEqual([]);
});

test('a file that is not there', async () => {
  const { spec, problems } = await load('no-such-folder/api.yaml');
  expect([spec, problems]).toEqual([undefined, [expect.objectContaining({ code: 'spec-unreadable' })]]);
  expect(problems[0]?.message).toContain('ENOENT');
});

async function problemsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  return withFiles(files, async (folder) => {
    const { spec, problems } = await load(`${folder}/api.yaml`);
    expect(spec).toBeUndefined();
    return problems.map(({ code, location, severity, message }) => {
      expect([severity, message === '']).toEqual(['error', false]);
      return `${basename(location?.file ?? '')} ${code} ${location?.line}:${location?.column}`;
    });
  });
}

test('merge keys of YAML 1.1 are read, and places are those of the given file', async () => {
  const text = `${head}x-a: &a { "404": { description: None. } }\npaths:\n  /a:\n    get:\n      responses:\n        <<: *a\n        "200": { description: It. }\n`;
  const { spec, problems } = await loadText(text);
  expect(problems).toEqual([]);
  const responses = spec?.document.paths?.['/a']?.get?.responses;
  expect(Object.entries(responses ?? {}).map(([status, one]) => [status, one.description])).toEqual([
    ['200', 'It.'],
    ['404', 'None.'],
  ]);
});

test.each([
  ['swagger: "2.0"', 'This file is Swagger "2.0". Convert it to OpenAPI 3 first.'],
  ['openapi: 3.0', 'This file says openapi: 3. Write the version as a text with three numbers: "3.1.0".'],
])('the remedy for %s', async (text, remedy) => {
  const { problems } = await loadText(`${text}\npaths: {}\n`);
  expect(problems[0]?.message).toContain(remedy);
});
