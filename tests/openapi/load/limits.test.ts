import { expect, test } from 'vitest';
import { diff } from '../../../scripts/commands/diff/rules/diff.ts';
import { lint } from '../../../scripts/openapi/lint/lint.ts';
import { openSpec } from '../../../scripts/openapi/open-spec.ts';
import { buildFiles } from '../../../scripts/suite/build-files.ts';
import { withFiles } from '../../fixtures/open.ts';

const to = (level: number): object => ({ $ref: `#/components/schemas/A${level}` });

/** Schemas of which each level names the one below, and the reference to the highest. */
function levels(count: number, schemaOf: (below: object) => object): { schemas: object; top: object } {
  const names = Array.from({ length: count }, (_, level) => [`A${level + 1}`, schemaOf(to(level))] as const);
  return { schemas: { A0: { type: 'string' }, ...Object.fromEntries(names) }, top: to(count) };
}

function specOf({ schemas = {}, top }: { schemas?: object; top: object }): string {
  const content = { 'application/json': { schema: top } };
  const parameters = [{ name: 'q', in: 'query', required: true, schema: top }];
  const responses = { 200: { description: 'It.', content }, 400: { description: 'Refused.' } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    servers: [{ url: 'https://x.example' }],
    paths: { '/a': { post: { parameters, requestBody: { content }, responses } } },
    components: { schemas },
  });
}

const conditional = (below: object): object =>
  Object.fromEntries(['if', 'then', 'else'].map((keyword) => [keyword, below]));
const three = (below: object): object[] => [below, below, below];
const many = (key: string, more: object): string => specOf({ top: { type: 'array', [key]: 2e9, ...more } });
const [open, close] = ['['.repeat(100_000), ']'.repeat(100_000)];

const keys = Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at] as const);

/** A spec that could take for ever, and the code of the first problem about it. */
test.each([
  ['a DAG in allOf', specOf(levels(40, (below) => ({ allOf: three(below) }))), 'example-too-large'],
  ['a DAG in oneOf', specOf(levels(40, (below) => ({ oneOf: three(below) }))), ''],
  ['a DAG in if', specOf(levels(30, conditional)), 'example-too-large'],
  ['a DAG in properties', specOf(levels(30, (one) => ({ properties: { a: one, b: one } }))), ''],
  ['many items', many('minItems', { items: {} }), 'example-too-large'],
  ['a long text', specOf({ top: { type: 'string', minLength: 2e8 } }), 'example-too-large'],
  ['no short text', specOf({ top: { type: 'string', maxLength: 1e15, minLength: 3e9, example: 'a' } }), ''],
  ['a small step', specOf({ top: { type: 'number', multipleOf: 1e-300, maximum: 1e308 } }), ''],
  ['many values', specOf({ top: { enum: Array.from({ length: 20_000 }, (_, at) => `v${at}`) } }), ''],
  ['a pattern', specOf({ top: { type: 'string', pattern: '^(a+)+$', example: `${'a'.repeat(60)}!` } }), ''],
  ['a large pattern', specOf({ top: { type: 'string', pattern: '^(a{1,1000}){1,1000}$' } }), ''],
  ['a chain of references', specOf(levels(2000, (below) => below)), 'no-unresolved-refs'],
  ['a chain of properties', specOf(levels(3000, (a) => ({ properties: { a } }))), 'no-unresolved-refs'],
  ['deep lists', `openapi: 3.1.0\nx-a: ${open}${close}\n`, 'yaml-syntax'],
  ['deep sequences', `openapi: 3.1.0\nx-a:\n  ${'- '.repeat(5000)}a\n`, 'yaml-syntax'],
  ['many empty maps', `openapi: 3.1.0\nx-b: [${'{},'.repeat(1_100_000)}]\n`, 'yaml-syntax'],
  ['many keys', `${JSON.stringify(Object.fromEntries(keys))}`, 'openapi-version'],
  ['aliases of scalars', `x-a: &a [${'1,'.repeat(50_000)}]\nx-b: [${'*a,'.repeat(900)}]\n`, 'yaml-aliases'],
  ['an unfinished list', `openapi: 3.1.0\nx-a: ${open}`, 'yaml-syntax'],
])('%s costs only its part', { timeout: 60_000 }, async (_, text, code) => {
  await withFiles({ 'api.yaml': text }, async (folder) => {
    const lines: string[] = [];
    const io = { out: () => {}, err: (line: string) => void lines.push(line) };
    const opened = await openSpec({ spec: `${folder}/api.yaml` }, io);
    const told = lines.filter((line) => !line.includes('refusal-not-documented'));
    expect(told[0] ?? '').toContain(code);
    if (code !== '' && code !== 'example-too-large') return expect(opened).toBeUndefined();
    if (opened === undefined) throw new Error(lines.join('\n'));
    expect(told[0] ?? 'api.yaml:1:').toMatch(/api\.yaml:\d+:/);
    expect(await buildFiles(opened, io)).toBeDefined();
    lint(opened.spec);
    expect(diff({ base: opened.spec, revision: opened.spec }, { today: '2026-06-01' }).changes).toEqual([]);
    expect(lines.some((line) => line.includes('pattern-slow'))).toBe(
      text.includes('+)+$') || text.includes('}){'),
    );
  });
});
