import { expect, test } from 'vitest';
import { reservedNames } from '../../scripts/model/reserved-names.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { loadText } from '../fixtures/open.ts';

const at = (host: string, more: object = {}): object => ({ url: `https://${host}.example`, ...more });
const region = (name: unknown): object => at('a', { 'x-region': name });
const query = (...names: readonly string[]): object =>
  names.map((name, index) => ({
    name: `q${index}`,
    in: 'query',
    required: true,
    schema: {},
    'x-variable': name,
  }));

async function apiOf(
  servers: readonly object[],
  parameters: object = [],
  prefix = 'CONTRACT',
  more: object = {},
) {
  const paths = {
    '/x': { get: { operationId: 'getX', parameters, responses: { 200: { description: 'X.' } } } },
  };
  const document = { openapi: '3.1.0', info: { title: 'Lab', version: '1' }, servers, paths, ...more };
  const { spec } = await loadText(JSON.stringify(document));
  if (spec === undefined) throw new Error('it does not load');
  return toApi(spec, prefix);
}

const parameter = '/paths/~1x/get/parameters';

test.each([
  ['that leads out of the folder', [region('../../x')], [], ['region-name /servers/0/x-region']],
  ['that is too long', [region('a'.repeat(400))], [], ['region-name /servers/0/x-region']],
  ['with a control character', [region('a\u001b]0;b\u0007')], [], ['region-name /servers/0/x-region']],
  ['that Postman replaces', [region('{{token}}')], [], ['region-name /servers/0/x-region']],
  ['that is there twice', [region('us'), region('us')], [], ['region-name /servers/1/x-region']],
  ['of a variable that ends another', [at('a')], query('a}}{{token'), [`variable-name ${parameter}/0`]],
  [
    'of a variable of the URL',
    [at('a', { 'x-variable': 'a}' })],
    [],
    ['variable-name /servers/0/x-variable'],
  ],
  ['of a region like another', [region('a-b'), region('a_b')], query('c'), ['name-collision /servers/1']],
  ['of a variable like another', [at('a')], query('userId', 'user_id'), [`name-collision ${parameter}/1`]],
  ['that meets another', [region('a'), region('a_b')], query('b_c', 'c'), ['name-collision /servers/1']],
  ['that chooses the prefix', [region('env')], query('prefix'), [`name-collision ${parameter}/0`]],
  [
    'of a base URL that chooses it',
    [{ ...region('env'), 'x-variable': 'prefix' }],
    [],
    ['name-collision /servers/0/x-variable'],
  ],
])('a name %s is a problem', async (_, servers, parameters, wanted) => {
  const { problems } = await apiOf(servers, parameters);
  expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(wanted);
  for (const { severity, message } of problems) {
    expect(severity).toBe('error');
    expect(message).toMatch(/^[^\p{Cc}]{20,250}$/u);
  }
});

test.each([...reservedNames])('the name %s is reserved, for parameters and base URLs', async (name) => {
  const codes = async (...given: Parameters<typeof apiOf>) =>
    (await apiOf(...given)).problems.map(({ code, pointer }) => `${code} ${pointer}`);
  expect(await codes([at('a')], query('a', name))).toEqual([`variable-name ${parameter}/1`]);
  expect(await codes([at('a', { 'x-variable': name })])).toEqual(['variable-name /servers/0/x-variable']);
});

test.each([
  ['the same description', ['Production', 'Production'], ['production', 'production-2']],
  [
    'a description like a number',
    ['Server 2', undefined, 'Server 2'],
    ['server-2', 'server-2-2', 'server-2-3'],
  ],
  [
    'a description that names no file',
    ['Con', 'A, '.repeat(50), '用户'],
    ['server-1', 'server-2', 'server-3'],
  ],
])('servers with %s are as many regions', async (_, descriptions, wanted) => {
  const servers = descriptions.map((description, index) =>
    at(`s${index}`, description ? { description } : {}),
  );
  const { regions, problems } = await apiOf(servers);
  expect(problems).toEqual([]);
  expect(regions.map(({ name }) => name)).toEqual(wanted);
  expect(regions.map(({ bases }) => bases['base-url'])).toEqual(
    wanted.map((__, index) => `https://s${index}.example`),
  );
});

const ok = { responses: { 200: { description: 'X.' }, 401: { description: 'No.' } } };
const url = (host: string): object[] => [at(host, { 'x-variable': 'run-url' })];

test.each([
  ['the token', [at('a', { 'x-variable': 'token' })], { '/x': { get: ok } }, '/servers/0/x-variable'],
  [
    'the URL of another path',
    [at('a')],
    { '/x': { get: ok, servers: url('b') }, '/y': { get: ok, servers: url('c') } },
    '/paths/~1y/servers/0/x-variable',
  ],
])('a variable that holds a base URL and %s is a problem', async (_, servers, paths, wanted) => {
  const info = { title: 'Lab', version: '1' };
  const components = { securitySchemes: { k: { type: 'http', scheme: 'bearer' } } };
  const document = { openapi: '3.1.0', info, servers, security: [{ k: [] }], paths, components };
  const { spec } = await loadText(JSON.stringify(document));
  if (spec === undefined) throw new Error('it does not load');
  const errors = toApi(spec).problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([`name-collision ${wanted}`]);
});

test.each([
  ['another prefix', 'PETS', ['env'], 'prefix'],
  ['another region', 'CONTRACT', ['eu'], 'prefix'],
])('with %s the variable `prefix` is no problem', async (_, prefix, [name], variable) => {
  expect((await apiOf([region(name)], query(variable), prefix)).problems).toEqual([]);
});

test.each([
  ['Outcomes', 'outcomes-key'],
  ['region', 'region-key'],
  ['constructor', 'constructor-key'],
  ['My key', 'my-key'],
])('an API key whose scheme is called %s is the variable %s', async (name, wanted) => {
  const scheme = { type: 'apiKey', in: 'header', name: 'X-Key' };
  const { variables, problems } = await apiOf([at('a')], [], 'CONTRACT', {
    security: [{ [name]: [] }],
    components: { securitySchemes: { [name]: scheme } },
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(variables[0]?.name).toBe(wanted);
});

test('a variable that the responses of a list fill is a problem, because it may hold a base URL', async () => {
  const list = {
    operationId: 'listItems',
    'x-contract': { list: { items: '/items', identity: '/id' } },
    responses: { 200: { description: 'It.' } },
  };
  const { problems } = await apiOf([at('a', { 'x-variable': 'listItems.identity' })], [], 'CONTRACT', {
    paths: { '/items': { get: list } },
  });
  expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'name-collision /servers/0/x-variable',
  ]);
});
