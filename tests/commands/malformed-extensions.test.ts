import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { call } from '../e2e/call.ts';
import { merge } from '../fixtures/merge.ts';

const minimal = readFileSync(new URL('../openapi/lint/minimal.yaml', import.meta.url), 'utf8');

/** The minimal spec with a change, as a file and as lines. */
function changed(change: string): { readonly file: string; readonly lines: readonly string[] } {
  const file = join(mkdtempSync(join(tmpdir(), 'extensions-')), 'openapi.yaml');
  const text = stringify(merge(parse(minimal), parse(change)), { lineWidth: 0 });
  writeFileSync(file, text);
  return { file, lines: text.split('\n') };
}

/** The first problem of each line as its code and that line's text. */
function problemsIn(err: string, lines: readonly string[]): string[] {
  const found = [...err.matchAll(/openapi\.yaml:(\d+):\d+ ([a-z-]+) (?!warning)/g)];
  return found.map(([, line, code]) => `${code} | ${lines[Number(line) - 1]?.trim()}`);
}

const operation = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;
const contract = (change: string): string => operation(`x-contract: { ${change} }`);
const list = (change: string): string => contract(`list: { items: '', identity: /id, ${change} }`);
const parameter = (number: number, change: string): string =>
  operation(`parameters: { ${number}: { ${change} } }`);
const well = 'contract-well-formed';

const table: readonly (readonly [extension: string, change: string, wanted: string])[] = [
  ['x-rate-limit', "x-rate-limit: { requests: '15' }", 'rate-limit-well-formed | requests: "15"'],
  ['x-rate-limit: a text', 'x-rate-limit: 15/min', 'rate-limit-well-formed | x-rate-limit: 15/min'],
  ['x-rate-limit: a key', 'x-rate-limit: { second: 1 }', 'rate-limit-well-formed | second: 1'],
  ['x-rate-limit: 0', 'x-rate-limit: { seconds: 0 }', 'rate-limit-well-formed | seconds: 0'],
  ['x-env-prefix', 'info: { x-env-prefix: 5 }', 'env-prefix-well-formed | x-env-prefix: 5'],
  ['x-env-prefix: a space', 'info: { x-env-prefix: A B }', 'env-prefix-well-formed | x-env-prefix: A B'],
  ['x-env-prefix: small', 'info: { x-env-prefix: shop }', 'env-prefix-well-formed | x-env-prefix: shop'],
  ['x-env-prefix at the root', 'x-env-prefix: SHOP', 'env-prefix-well-formed | x-env-prefix: SHOP'],
  ['x-region', 'servers: { 0: { x-region: 7 } }', 'regions-alike | x-region: 7'],
  ['x-region: a path', 'servers: { 0: { x-region: ../us } }', 'region-name | x-region: ../us'],
  ['x-region missing once', 'servers: { 2: { url: https://il.x } }', 'regions-alike | - url: https://il.x'],
  ['x-variable', parameter(0, 'x-variable: 1st'), 'variable-well-formed | x-variable: 1st'],
  ['x-variable: a list', parameter(0, 'x-variable: [a]'), 'variable-well-formed | x-variable:'],
  [
    'x-variable on a list of servers',
    'servers: { 0: { x-variable: a } }',
    'regions-alike | - url: https://eu.example.com',
  ],
  ['x-console', 'x-console: { pages: all }', 'console-well-formed | pages: all'],
  ['x-console: a text', 'x-console: all', 'console-well-formed | x-console: all'],
  ['x-provenance', operation('x-provenance: observd'), 'provenance-well-formed | x-provenance: observd'],
  ['x-source', operation('x-provenance: observed, x-source: 5'), 'provenance-well-formed | x-source: 5'],
  [
    'x-enum-provenance',
    'components: { schemas: { Order: { properties: { state: { x-enum-provenance: { lost: known } } } } } }',
    'provenance-well-formed | lost: known',
  ],
  ['x-contract', operation('x-contract: none'), `${well} | x-contract: none`],
  ['x-contract: a key', contract('efects: costs'), `${well} | efects: costs`],
  ['effects', contract('effects: cost'), `${well} | effects: cost`],
  ['budget', contract('budget: 3000'), `${well} | budget: 3000`],
  ['budget at the root', 'x-contract: { budget: soon }', `${well} | budget: soon`],
  ['unknown', parameter(0, "x-contract: { unknown: '403' }"), `${well} | unknown: "403"`],
  ['window', parameter(1, 'x-contract: { window: begin }'), `${well} | window: begin`],
  ['discover', parameter(0, 'x-contract: { discover: getOrder }'), `${well} | discover: getOrder`],
  ['list', contract('list: [/items]'), `${well} | list:`],
  ['list.items', contract('list: { items: items, identity: /id }'), `${well} | items: items`],
  ['list.identity', contract("list: { items: '', identity: id }"), `${well} | identity: id`],
  ['list.moving', list('moving: { state: open }'), `${well} | state: open`],
  ['list.page', list('page: { number: 1 }'), `${well} | number: 1`],
  ['list.page.total', list('page: { number: since, total: total }'), `${well} | total: total`],
  ['list.filters', list('filters: { since: equals }'), `${well} | since: equals`],
  ['list.filters.keep', list('filters: { since: { keep: equal, property: /id } }'), `${well} | keep: equal`],
  ['list.filters.counts', list('filters: { since: { counts: { a: a } } }'), `${well} | a: a`],
  [
    'list.filters.complete',
    list('filters: { since: { keep: equals, property: /id, complete: no way } }'),
    `${well} | complete: no way`,
  ],
  ['list.sort', list('sort: { by: since, keys: { id: id } }'), `${well} | id: id`],
  [
    'list.sort.default',
    list("sort: { by: since, keys: { id: /id }, default: '- id' }"),
    `${well} | default: "- id"`,
  ],
  ['list.detail', list('detail: { operation: getOrder, parameter: 1 }'), `${well} | parameter: 1`],
  [
    'list.detail.same',
    list('detail: { operation: getOrder, parameter: order_id, same: /id }'),
    `${well} | same: /id`,
  ],
  ['filters', contract('filters: { since: { counts: { a: a } } }'), `${well} | a: a`],
  ['relations', contract('relations: { equals: [/id, /id] }'), `${well} | relations:`],
  ['relations.equals', contract('relations: [{ equals: [/id, id] }]'), `${well} | - id`],
  ['relations.ordered', contract('relations: [{ ordered: /id }]'), `${well} | - ordered: /id`],
  ['relations.simultaneous', contract('relations: [{ simultaneous: [id, /id] }]'), `${well} | - id`],
  [
    'relations.elapsed',
    contract('relations: [{ elapsed: { from: /id, to: /id, is: /id, unit: h } }]'),
    `${well} | unit: h`,
  ],
  ['relations.each', contract('relations: [{ each: id, ordered: [/id, /id] }]'), `${well} | - each: id`],
  [
    'a name that is not there',
    contract('relations: [{ equals: [/id, $request.query.sinc] }]'),
    'contract-refers | - $request.query.sinc',
  ],
];

describe('contract refuses a malformed value in an extension of ours before it sends anything', () => {
  test.each(table)('%s', async (_, change, wanted) => {
    const { file, lines } = changed(change);
    const { code, out, err } = await call(['contract', '--spec', file]);
    expect(problemsIn(err, lines)).toContain(wanted);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

/** With what each needs besides, so that nothing else can stop it. */
const commands: readonly (readonly string[])[] = [
  ['contract', '--simulate'],
  ['contract', '--list'],
  ['generate', '--out', join(tmpdir(), 'never-written')],
  ['generate', '--check'],
  ['docs', '--out', join(tmpdir(), 'never-written')],
  ['sync'],
  ['env', '--console-url', 'https://console.example/'],
  ['faults'],
  ['faults', '--only', 'protocol-leak-trace'],
  ['simulate'],
  ['lint'],
];

test.each(commands.map((args) => [args.join(' '), args] as const))('%s refuses it, too', async (_, args) => {
  const { file, lines } = changed("x-rate-limit: { requests: '15' }");
  const ended = await call([...args, '--spec', file], { POSTMAN_API_KEY: 'PMAK-made-up-0123456789' });
  expect(problemsIn(`${ended.err}\n${ended.out}`, lines)).toContain(
    'rate-limit-well-formed | requests: "15"',
  );
  expect(ended.code).toBe(2);
});

describe('what does not hinder a run', () => {
  test.each([
    ['extensions of others', operation('x-amazon-apigateway-integration: { type: mock }, x-codeSamples: []')],
    ['a house rule', operation('summary: ~')],
    ['a provenance without its source', operation('x-provenance: observed')],
    ["an `x-source` of another program's", operation('x-source: { file: 5 }')],
    ['a server URL with a slash at its end', 'servers: { 0: { url: https://us.example.com/ } }'],
    ['a rate limit elsewhere, which is a warning', operation('x-rate-limit: 10/min')],
  ])('%s', async (_, change) => {
    const { code, err } = await call(['contract', '--list', '--spec', changed(change).file]);
    expect({ code, err: err.replace(/^.* warning: .*$/gm, '') }).toEqual({ code: 0, err: '' });
  });
});
