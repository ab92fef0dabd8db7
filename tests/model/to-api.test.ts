import { describe, expect, test } from 'vitest';
import { toKebab, toScreamingSnake } from '../../scripts/base/read.ts';
import { toBases, withoutSlash } from '../../scripts/config/base-url.ts';
import type { Api, Operation } from '../../scripts/model/api.ts';
import { provenanceAt } from '../../scripts/model/provenance.ts';
import { fixture, loadText, open, openMalformed } from '../fixtures/open.ts';

const ok = { description: 'It.' };
const get = { get: { responses: { 200: { description: 'It.' } } } };
const server = (url: string, more: object = {}): object => ({ url, ...more });
const us = server('https://us.example', { 'x-region': 'us' });
const eu = server('https://eu.example/', { 'x-region': 'eu' });

describe('servers are regions', () => {
  test.each([
    [[], { default: '' }],
    [[server('https://a.example/v1/')], { default: 'https://a.example/v1' }],
    [[server('/v1')], { default: '' }],
    [[us, eu], { us: 'https://us.example', eu: 'https://eu.example' }],
    [[us, server('https://other.example')], { us: 'https://us.example' }],
    [
      [server('https://a.example', { description: 'Test site' }), server('https://b.example')],
      { 'test-site': 'https://a.example', 'server-2': 'https://b.example' },
    ],
    [
      [server('https://{zone}.example', { variables: { zone: { default: 'x' } } })],
      { default: 'https://x.example' },
    ],
  ])('%j are %j', async (servers, wanted) => {
    const { regions } = await apiOf({ servers, paths: { '/': get } });
    const bases = regions.map(({ name, bases: urls }) => [name, urls['base-url'] ?? '']);
    expect(Object.fromEntries(bases)).toEqual(wanted);
  });

  test.each<[object[], object[], string[]]>([
    [[server('https://a.example')], [], []],
    [[], [], [' This spec has no servers']],
    [[server('/api/v3')], [], ['/servers/0/url The URL of this server is relative']],
    [[server('ws://a.example')], [], ["/servers/0/url The URL of this server can't be used"]],
    [[server('https://{r}.example')], [], ['/servers/0/url `{r}` has no default']],
    [
      [server('https://{r}.example', { variables: { r: { default: 'a', enum: ['a', 'b', 'c'] } } })],
      [],
      ['/servers/0/variables/r Requests use the default of `r`, not its 2 other values'],
    ],
    [[us, server('https://a.example')], [], ['/servers/1 This server is not used: it has no `x-region`']],
    [[us], [eu], []],
    [
      [us],
      [eu, { ...eu, 'x-region': 'il' }],
      [
        '/paths/~1/servers/0 This server is not used: it belongs to no region',
        '/paths/~1/servers/1 This server is not used: it belongs to no region',
        '/paths/~1/servers/0 None of these servers is of the region us',
      ],
    ],
    [
      [us],
      [server('https://a.example'), server('https://b.example')],
      ['/paths/~1/servers/1 This server is not used: it belongs to no region'],
    ],
  ])('the servers %j and %j of a path have the problems %j', async (servers, own, wanted) => {
    const { problems } = await apiOf({ servers, paths: { '/': { ...get, servers: own } } });
    const found = problems.filter(({ code }) => code === 'server-url');
    expect(found.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(
      wanted.map((text) => expect.stringContaining(text)),
    );
  });

  test('servers with one description are regions of their own', async () => {
    const servers = ['a', 'b', 'c'].map((host) => server(`https://${host}.example`, { description: 'Live' }));
    const { regions } = await apiOf({ servers, paths: { '/': get } });
    expect(regions.map(({ name, bases }) => [name, bases['base-url']])).toEqual([
      ['live', 'https://a.example'],
      ['live-2', 'https://b.example'],
      ['live-3', 'https://c.example'],
    ]);
  });

  test.each([
    ['http://lab.example', 'http://lab.example/api/v3'],
    ['http://lab.example/', 'http://lab.example/api/v3'],
    ['http://lab.example/api/v3', 'http://lab.example/api/v3'],
    ['http://lab.example/other', 'http://lab.example/other'],
  ])('the base URL %s of a relative server is %s', async (given, wanted) => {
    const api = await apiOf({ servers: [server('/api/v3/')], paths: { '/': get } });
    const [region = expect.fail()] = api.regions;
    const bases = [
      toBases(api, region, {}, withoutSlash(given)),
      toBases(api, region, { CONTRACT_DEFAULT_BASE_URL: given }, undefined),
    ];
    expect(bases).toEqual([{ 'base-url': wanted }, { 'base-url': wanted }]);
  });

  test.each([
    ['of one operation', { '/': { get: { ...get.get, servers: [eu] } }, '/b': get }],
    ['of a path', { '/': { ...get, servers: [eu] }, '/b': get }],
  ])('servers %s have a variable of their own', async (_, paths) => {
    const { regions, operations } = await apiOf({ servers: [eu], paths });
    expect(operations.map(({ base }) => base)).toEqual(['base-url-2', 'base-url']);
    expect(regions.map(({ bases }) => Object.keys(bases))).toEqual([['base-url', 'base-url-2']]);
  });
});

test.each([
  [{ operationId: 'a', summary: 'B' }, ['a', 'B']],
  [{ operationId: 'a' }, ['a', 'a']],
  [{ summary: 'B' }, ['GET /', 'B']],
  [{}, ['GET /', 'GET /']],
])('%j is known as %j', async (more, wanted) => {
  const { id, summary } = await operationOf(more);
  expect([id, summary]).toEqual(wanted);
});

test.each([
  [{ 'x-contract': { effects: 'costs' } }, 'costs'],
  [{ 'x-contract': { effects: 'none' } }, 'none'],
  [{}, 'none'],
])('%j has the effect %s', async (more, wanted) => {
  expect((await operationOf(more)).effects).toBe(wanted);
});

test('an operation has its parameters and those of its path, each once, the own ones in force', async () => {
  const parameter = (name: string, example: string): object => ({ name, in: 'query', schema: {}, example });
  const { operations } = await apiOf({
    paths: {
      '/': {
        parameters: [parameter('a', 'path'), parameter('b', 'path')],
        get: { ...get.get, parameters: [parameter('b', 'own'), parameter('c', 'own')] },
      },
    },
  });
  const examples = operations[0]?.parameters.map(({ name, example }) => [name, example]);
  expect(examples).toEqual([
    ['a', 'path'],
    ['b', 'own'],
    ['c', 'own'],
  ]);
});

test('tags that are declared come first, unused ones not at all', async () => {
  const tagged = (tag: string): object => ({ get: { ...get.get, tags: [tag] } });
  const { tags } = await apiOf({
    tags: [{ name: 'unused' }, { name: 'b', description: ' Words.\n' }],
    paths: { '/1': tagged('c'), '/2': tagged('b'), '/3': get },
  });
  expect(tags).toEqual([
    { name: 'b', description: 'Words.' },
    { name: 'c', description: '' },
  ]);
});

test('secrets come first, then the base URLs, then what requests need', async () => {
  const { variables } = (await open(fixture('archive.openapi.yaml'))).api;
  expect(variables.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'secret token',
    'secret username',
    'secret password',
    'base base-url',
    'value tree',
    'value owner',
  ]);
});

test.each([
  [{ security: [{ strange: [] }] }, ['security-not-usable']],
  [{ requestBody: { content: { 'multipart/form-data': {}, 'text/plain': {} } } }, ['not-generated']],
  [{ security: [{ token: [] }] }, ['refusal-not-documented']],
  [{ security: [{ token: [] }], responses: { 200: ok, 403: ok } }, []],
  [{ security: [{ token: [] }], responses: { default: ok } }, []],
  [{ parameters: [{ name: 'q', in: 'query', style: 'form', schema: {} }] }, []],
  [{}, []],
])('%j: what a request of Postman can not carry, or nothing can check, is said', async (more, wanted) => {
  const { problems } = await apiOf({
    servers: [us],
    paths: { '/': { post: { ...get.get, ...more } } },
    components: {
      securitySchemes: {
        strange: { type: 'http', scheme: 'negotiate' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  });
  expect(problems.map(({ code }) => code)).toEqual(wanted);
  for (const { severity, pointer } of problems)
    expect([severity, pointer?.replace(/\/requestBody(\/content)?$/, '')]).toEqual([
      'warning',
      '/paths/~1/post',
    ]);
});

test.each([
  ['', 'documented'],
  ['/a', 'observed'],
  ['/a/b/0', 'observed'],
  ['/a/b/1', 'inferred'],
  ['/a/c/d', 'documented'],
  ['/a~1b', 'inferred'],
  ['/nothing/here', 'documented'],
])('%s is %s', (pointer, wanted) => {
  const document = {
    a: {
      'x-provenance': 'observed',
      b: [{}, { 'x-provenance': 'inferred' }],
      c: { 'x-provenance': 'documented', d: {} },
    },
    'a/b': { 'x-provenance': 'inferred' },
  };
  expect(provenanceAt(document, pointer)).toBe(wanted);
});

test.each([
  ['base-url', 'base-url', 'BASE_URL'],
  ['River name', 'river-name', 'RIVER_NAME'],
  ['riverId2', 'river-id2', 'RIVER_ID2'],
  ['eu-west-1', 'eu-west-1', 'EU_WEST_1'],
  [' ?! ', '', ''],
])('%j as %j and %j', (text, kebab, snake) => {
  expect([toKebab(text), toScreamingSnake(text)]).toEqual([kebab, snake]);
});

test('a description of nothing is one of nothing', async () => {
  const { spec } = await loadText(
    '{"openapi": "3.1.0", "info": {"title": "Lab", "version": "1"}, "paths": {}}',
  );
  expect(spec?.stem).toBe('api');
  expect((await apiOf({ paths: {} })).operations).toEqual([]);
});

test('schemas that are full of one another are made up to a depth', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const schemas = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/a' } } };
  const api = await apiOf({
    paths: { '/': { post: { ...get.get, requestBody: { content } } } },
    components: { schemas },
  });
  expect(JSON.stringify(api.operations[0]?.body?.example).length).toBeLessThan(200_000);
});

async function apiOf(more: object): Promise<Api> {
  const description = { openapi: '3.1.0', info: { title: 'Lab', version: '1' }, ...more };
  return (await openMalformed(description)).api;
}

async function operationOf(more: object): Promise<Operation> {
  const { operations } = await apiOf({ paths: { '/': { get: { ...get.get, ...more } } } });
  const [operation] = operations;
  if (operation === undefined) throw new Error('no operation');
  return operation;
}
