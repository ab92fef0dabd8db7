import sdk from 'postman-collection';
import { expect, test } from 'vitest';
import { plain } from '../../../scripts/cases/outgoing.ts';
import { toAuth } from '../../../scripts/suite/postman/auth.ts';
import type { Request } from '../../../scripts/suite/postman/format.ts';
import { toRequest } from '../../../scripts/suite/postman/request.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { build, openText } from '../../fixtures/open.ts';
import { itemsOf, read } from '../../fixtures/postman.ts';

const query = (example: unknown, more: object = {}): object => ({ name: 'q', in: 'query', example, ...more });

test.each([
  [query('plain'), 'q=plain'],
  [query('a b'), 'q=a%20b'],
  [query('a+b'), 'q=a%2Bb'],
  [query('50%'), 'q=50%25'],
  [query('%20'), 'q=%2520'],
  [query('a&b=c'), 'q=a%26b%3Dc'],
  [query('a#b'), 'q=a%23b'],
  [query('é'), 'q=%C3%A9'],
  [query(''), 'q='],
  [query(0), 'q=0'],
  [query(false), 'q=false'],
  [query(['a', 'b+c']), 'q=a&q=b%2Bc'],
  [query(['a', 'b'], { explode: false }), 'q=a,b'],
  [query([]), ''],
  [query(['a', 'b'], { explode: false, style: 'spaceDelimited' }), 'q=a%20b'],
  [query({ from: 1, to: 2 }, { style: 'deepObject' }), 'q%5Bfrom%5D=1&q%5Bto%5D=2'],
  [query({ from: 1, to: 2 }), 'from=1&to=2'],
  [query({ from: 1, to: 2 }, { explode: false }), 'q=from,1,to,2'],
  [query(undefined, { schema: { type: 'integer', minimum: 3 } }), 'q=3'],
  [query(undefined, { schema: { enum: ['x', 'y'] } }), 'q=x'],
  [query(undefined, { schema: { default: 7 } }), 'q=7'],
  [query(undefined, { examples: { one: { value: 'b' }, two: { value: 'a' } } }), 'q=b'],
  [
    { name: 'q', in: 'query', schema: undefined, content: { 'application/json': { example: { a: 1 } } } },
    'q=%7B%22a%22%3A1%7D',
  ],
  [query('x', { 'x-variable': 'mine' }), 'q={{mine}}'],
  [query('x', { required: false }), ''],
])('the query parameter %j as %s', async (parameter, wanted) => {
  const { url } = await requestOf({ get: { parameters: [{ required: true, schema: {}, ...parameter }] } });
  expect(url.query.map(({ key, value }) => `${key}=${value}`).join('&')).toBe(wanted);
  expect(new sdk.Url(url).toString()).toBe(`{{base-url}}/${wanted === '' ? '' : `?${wanted}`}`);
});

test.each([
  ['/a/{id}', { schema: { type: 'string' } }, 'a/{{id}}', []],
  ['/a/{id}/b', { example: 5 }, 'a/:id/b', ['id=5']],
  ['/a/{id}', { example: 'x/y z' }, 'a/:id', ['id=x%2Fy%20z']],
  ['/a/{id}', { example: ['x/y', 'z,'] }, 'a/:id', ['id=x%2Fy,z%2C']],
  ['/a/{id}.{id}', { example: ['x', 'y'] }, 'a/x,y.x,y', []],
  ['/a/{id}', { schema: { enum: ['x', 'y'] } }, 'a/:id', ['id=x']],
  ['/a/{id}', { example: 5, 'x-variable': 'mine' }, 'a/{{mine}}', []],
  ['/a/{id}.json', { example: 5 }, 'a/5.json', []],
  ['/a/v-{id}', { schema: {} }, 'a/v-{{id}}', []],
  ['/a/', { example: 5 }, 'a/', []],
  ['//a//b/', {}, '/a//b/', []],
  ['/', {}, '', []],
  ['/é/:a/a:b/%2F', {}, '%C3%A9/:a/a:b/%2F', []],
  ['/{id}/:id', { example: 5 }, '5/:id', []],
  ['/{id}/:id.json', { example: 5 }, '5/:id.json', []],
  ['/{id}/b', { example: '' }, '/b', []],
  ['/{id}', { example: ['a', 'b'], style: 'matrix' }, ':id', ['id=;id=a,b']],
])('the path %s with %j as %s', async (path, parameter, wanted, variables) => {
  const parameters = path.includes('{') ? [{ name: 'id', in: 'path', required: true, ...parameter }] : [];
  const withSchema = parameters.map((one) => ({ schema: {}, ...one }));
  const { url } = await requestOf({ get: { parameters: withSchema } }, path);
  expect(url.path.join('/')).toBe(wanted);
  expect(url.variable.map(({ key, value }) => `${key}=${value}`)).toEqual(variables);
});

test('a path variable of Postman ends at a dot, so other names are replaced by their values', async () => {
  const of = (name: string): object => ({ name, in: 'path', required: true, schema: {}, example: name });
  const parameters = ['a.b-c', 'a-b', 'ä', 'a b'].map(of);
  const { url } = await requestOf({ get: { parameters } }, '/{a.b-c}/{a-b}/{ä}/{a b}/{a.b-c}.{a-b}-{ä}');
  expect(url.path.join('/')).toBe('a.b-c/:a-b/:ä/a%20b/a.b-c.a-b-%C3%A4');
  expect(new sdk.Url(url).getPath()).toBe('/a.b-c/a-b/%C3%A4/a%20b/a.b-c.a-b-%C3%A4');
});

test.each([
  [[], 'noauth', {}],
  [[{}], 'noauth', {}],
  [[{ bearer: [] }], 'bearer', { token: '{{token}}' }],
  [[{ oauth: ['read'] }], 'bearer', { token: '{{token}}' }],
  [[{ basic: [] }], 'basic', { username: '{{username}}', password: '{{password}}' }],
  [[{ inHeader: [] }], 'apikey', { key: 'X-Key', value: '{{in-header}}', in: 'header' }],
  [[{ inQuery: [] }], 'apikey', { key: 'key', value: '{{in-query}}', in: 'query' }],
  [[{ inCookie: [] }], 'noauth', {}],
  [[{ digest: [] }], 'digest', { username: '{{username}}', password: '{{password}}' }],
  [[{ inHeader: [], bearer: [] }], 'bearer', { token: '{{token}}' }],
  [[{ inQuery: [], basic: [] }], 'basic', { username: '{{username}}', password: '{{password}}' }],
  [[{ plus: [] }], 'apikey', { key: 'a%2Bb', value: '{{plus}}', in: 'query' }],
  [[{}, { bearer: [] }], 'bearer', { token: '{{token}}' }],
  [
    [{ basic: [], bearer: [] }, { inHeader: [] }],
    'apikey',
    { key: 'X-Key', value: '{{in-header}}', in: 'header' },
  ],
])('the security %j as %s', async (security, type, wanted) => {
  const { api } = await openText(onePath('/', { get: { security } }));
  const auth = toAuth(api.operations[0]?.auth ?? { type: 'none' }, 'given');
  const entries = Array.isArray(auth[type]) ? auth[type] : [];
  expect(auth.type).toBe(type);
  expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toEqual(wanted);
});

test.each<[object, object]>([
  [
    [{ inHeader: [], bearer: [], inQuery: [], inCookie: [], secondCookie: [] }],
    {
      auth: { type: 'bearer' },
      header: [
        { key: 'X-Key', value: '{{in-header}}' },
        { key: 'Cookie', value: 'sid={{in-cookie}}; tid={{second-cookie}}; p=a%3Bb' },
      ],
      url: { query: [{ key: 'key', value: '{{in-query}}' }] },
    },
  ],
  [
    [{ basic: [], plus: [] }],
    {
      auth: { type: 'basic' },
      header: [{ key: 'Cookie', value: 'p=a%3Bb' }],
      url: { query: [{ key: 'a%2Bb', value: '{{plus}}' }] },
    },
  ],
  [
    [{ bearer: [], oauth: [] }],
    { auth: { type: 'bearer' }, header: [{ key: 'Cookie' }], url: { query: [] } },
  ],
])('the credentials %j, which are needed at once, as %j', async (security, wanted) => {
  const parameters = [{ name: 'p', in: 'cookie', required: true, schema: {}, example: 'a;b' }];
  const { api } = await openText(onePath('/', { get: { security, parameters } }));
  const [operation = expect.fail()] = api.operations;
  expect(toRequest(operation, plain(operation), { type: 'none' })).toMatchObject(wanted);
  for (const credentials of ['none', 'wrong', 'malformed', 'elsewhere'] as const) {
    const text = JSON.stringify(toRequest(operation, { ...plain(operation), credentials }, { type: 'none' }));
    const names = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name]) => name);
    expect(names.filter((name) => name !== 'base-url' && name !== 'other_region_token')).toEqual([]);
  }
});

test.each([
  [[{ nobody: [] }], '`nobody` is not defined'],
  [[{ mutual: [] }], '`mutual` is of the type mutualTLS'],
  [[{ hoba: [], bearer: [] }], '`hoba` has the HTTP scheme hoba'],
  [[{ basic: [], bearer: [] }], 'basic and bearer would both be sent as the header authorization'],
])('the security %j is reported: %s', async (security, reason) => {
  const { api } = await openText(onePath('/', { get: { security } }));
  const [problem] = api.problems.filter(({ code }) => code === 'security-not-usable');
  expect(problem?.message).toContain(reason);
  expect(problem?.pointer).toBe('/paths/~1/get');
});

test('a wrong token holds nothing of the real one', async () => {
  const { api } = await openText(onePath('/', { get: { security: [{ bearer: [] }] } }));
  expect(JSON.stringify(api.operations.map(({ auth }) => toAuth(auth, 'wrong')))).not.toContain('{{');
});

test.each([
  [{ 'application/json': { example: { b: 1, a: [] } } }, 'raw', '{\n  "b": 1,\n  "a": []\n}'],
  [{ 'application/json': { schema: { type: 'object' } } }, 'raw', '{}'],
  [{ 'application/merge-patch+json': { example: null } }, 'raw', 'null'],
  [{ 'text/csv': { example: 'a;b' } }, 'raw', 'a;b'],
  [{ 'text/csv': { example: 'a;b' }, 'application/json': { example: 1 } }, 'raw', '1'],
  [{ 'application/x-www-form-urlencoded': { example: { a: 'x&y', b: 1 } } }, 'urlencoded', 'a=x&y b=1'],
  [{ 'multipart/form-data': { example: { a: 'x', b: [1, 2] } } }, 'formdata', 'a=x b=1 b=2'],
  // Empty, or impossible.
  [{ 'multipart/form-data': { schema: { type: 'object' } } }, 'none', ''],
  [{ 'application/xml': { example: { a: 1 } } }, 'none', ''],
])('the body %j as %s', async (content, mode, wanted) => {
  const { body } = await requestOf({ post: { requestBody: { content } } });
  expect(body?.mode ?? 'none').toBe(mode);
  const pairs = body?.mode === 'urlencoded' ? body.urlencoded : [];
  const parts = body?.mode === 'formdata' ? body.formdata : pairs;
  const fields = parts.map(({ key, value }) => `${key}=${value}`);
  expect(body?.mode === 'raw' ? body.raw : fields.join(' ')).toBe(wanted);
});

test.each([
  [{ name: 'X-Depth', in: 'header', example: 3 }, ['X-Depth: 3']],
  [{ name: 'X-Ids', in: 'header', example: ['a b', 2] }, ['X-Ids: a b,2']],
  [{ name: 'X-At', in: 'header', example: { x: 1, y: 2 } }, ['X-At: x,1,y,2']],
  [{ name: 'X-At', in: 'header', explode: true, example: { x: 1, y: 2 } }, ['X-At: x=1,y=2']],
  [
    { name: 'X-At', in: 'header', schema: undefined, content: { 'application/json': { example: { x: 1 } } } },
    ['X-At: {"x":1}'],
  ],
  [{ name: 'Accept', in: 'header', example: 'x' }, []],
  [{ name: 'authorization', in: 'header', example: 'x' }, []],
  [{ name: 'sid', in: 'cookie', example: 'x' }, ['Cookie: sid=x']],
])('the parameter %j as header %j', async (parameter, wanted) => {
  const { header } = await requestOf({ get: { parameters: [{ required: true, schema: {}, ...parameter }] } });
  expect(header.map(({ key, value }) => `${key}: ${value}`)).toEqual(wanted);
});

/** The request of the only operation of a description, with what is required. */
test.each([
  ['Access-Control-Allow-Origin', 'https://elsewhere.example'],
  ['X-Request-Id', undefined],
])('if a response has the header %s, the request comes from %s', async (name, wanted) => {
  const headers = { [name]: { schema: { type: 'string' } } };
  const { header } = await requestOf({ get: { responses: { 200: { description: 'It.', headers } } } });
  expect(header.find(({ key }) => key === 'Origin')?.value).toBe(wanted);
});

async function requestOf(item: Readonly<Record<string, object>>, path = '/'): Promise<Request> {
  const { api } = await openText(onePath(path, item));
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  return toRequest(operation, plain(operation), operation.auth);
}

test.each([
  ['*/*', { type: 'object' }, 'application/json'],
  ['*/*', { type: 'string' }, 'text/plain'],
  ['*/*', { type: 'string', format: 'binary' }, 'application/octet-stream'],
  ['application/*; v=1', { type: 'object' }, 'application/json; v=1'],
  ['text/*', { type: 'string' }, 'text/plain'],
  ['image/*', { type: 'string', format: 'binary' }, 'image/png'],
  ['application/json; charset=utf-8', { type: 'object' }, 'application/json; charset=utf-8'],
  // newman adds it with the boundary.
  ['multipart/*', { type: 'object', properties: { a: { type: 'string' } } }, undefined],
  [
    'multipart/mixed',
    { type: 'object', properties: { a: { type: 'string' } } },
    'multipart/mixed; boundary=part-boundary',
  ],
])('the media type %s of %j is sent as %s', async (mediaType, schema, wanted) => {
  const { header } = await requestOf({ post: { requestBody: { content: { [mediaType]: { schema } } } } });
  expect(header?.find(({ key }) => key === 'Content-Type')?.value).toBe(wanted);
});

const binary = { type: 'string', format: 'binary' };

test.each([
  [
    { type: 'string', contentMediaType: 'image/png' },
    undefined,
    { type: 'file', fileName: 'example.png', contentType: 'image/png' },
  ],
  [binary, { contentType: 'application/pdf, image/png' }, { type: 'file', contentType: 'application/pdf' }],
  [{ type: 'array', items: binary }, undefined, { type: 'file', contentType: 'application/octet-stream' }],
  [
    { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
    undefined,
    { type: 'text', value: expect.stringMatching(/^iVBOR/) },
  ],
  [
    { type: 'object', properties: { b: { type: 'integer', example: 1 } } },
    undefined,
    { type: 'text', value: '{"b":1}', contentType: 'application/json' },
  ],
  [
    { type: 'object', properties: { b: { type: 'integer', example: 1 } } },
    { contentType: 'application/vnd.x+json' },
    { contentType: 'application/vnd.x+json' },
  ],
  [
    { type: 'string', example: 'x' },
    { contentType: 'application/json' },
    { value: '"x"', contentType: 'application/json' },
  ],
  [{ ...binary, example: 'x' }, undefined, { type: 'file', value: 'eA==' }],
])('the part %j with the encoding %j is the field %j', async (schema, encoding, wanted) => {
  const described = { type: 'object', required: ['f'], properties: { f: schema } };
  const content = {
    'multipart/form-data': { schema: described, ...(encoding && { encoding: { f: encoding } }) },
  };
  const { body } = await requestOf({ post: { requestBody: { content } } });
  expect(body?.mode === 'formdata' ? body.formdata : []).toEqual([
    expect.objectContaining({ key: 'f', ...wanted }),
  ]);
});

test('a required file is sent with an example that has no files', async () => {
  const schema = { type: 'object', required: ['f'], properties: { f: binary, t: { type: 'string' } } };
  const { body } = await requestOf({
    post: { requestBody: { content: { 'multipart/form-data': { schema, example: { t: 'x' } } } } },
  });
  expect(body?.mode === 'formdata' ? body.formdata.map(({ key, type }) => [key, type]) : []).toEqual([
    ['t', 'text'],
    ['f', 'file'],
  ]);
});

test.each([
  ['get', true],
  ['head', true],
  ['delete', undefined],
  ['post', undefined],
])('a body of %s is not pruned', async (method, wanted) => {
  const requestBody = { content: { 'application/json': { example: {} } } };
  const { files } = await build(await openText(onePath('/x', { [method]: { requestBody } })));
  for (const name of ['api.postman_collection.json', '.contract.postman_collection.json']) {
    const [item] = itemsOf(read(files, name));
    expect(item?.protocolProfileBehavior?.disableBodyPruning).toBe(wanted);
  }
});
