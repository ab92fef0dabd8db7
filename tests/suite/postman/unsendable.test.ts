import { expect, test } from 'vitest';
import { toPlan } from '../../../scripts/cases/plan.ts';
import { locateProblem } from '../../../scripts/openapi/load/load.ts';
import { unsendableProblems } from '../../../scripts/suite/postman/unsendable.ts';
import { withSamples } from '../../../scripts/suite/samples/samples.ts';
import { skipReasons } from '../../../scripts/suite/selection.ts';
import { runPlain } from '../../fixtures/newman.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { build, openText } from '../../fixtures/open.ts';
import { itemsOf, read } from '../../fixtures/postman.ts';
import { type Recorded, startRecorder } from '../../fixtures/recorder.ts';

const own = '{{token}}';
const text = `a {{{token}}} {{$guid}} {{a{{token}}}} {{base-url}}{`;
type Item = Readonly<Record<string, object>>;
const parameter = (place: string, example: unknown, more: object = {}): Item => ({
  get: {
    security: [{ bearer: [] }],
    parameters: [{ name: 'p', in: place, required: true, schema: {}, example, ...more }],
  },
});
const body = (type: string, example: unknown): Item => ({
  post: {
    security: [{ bearer: [] }],
    'x-contract': { effects: 'none' },
    requestBody: { content: { [type]: { example } } },
  },
});
const queryOf = (url: string): unknown => [...new URL(url, 'http://x').searchParams];
const parts = ['title', 'description', 'summary', 'pattern', 'responses', 'x-source'];
const object = Object.fromEntries(parts.map((name) => [name, text]));

test.each<[string, string, object, (sent: Recorded) => unknown, unknown]>([
  ['a query', '/x', parameter('query', text), ({ url }) => queryOf(url), [['p', text]]],
  [
    'the name of a query parameter',
    '/x',
    parameter('query', { [text]: 1 }, { style: 'deepObject' }),
    ({ url }) => queryOf(url),
    [[`p[${text}]`, '1']],
  ],
  [
    'properties that are prose elsewhere',
    '/x',
    parameter('query', object, { style: 'deepObject', explode: true }),
    ({ url }) => queryOf(url),
    parts.map((name) => [`p[${name}]`, text]),
  ],
  [
    'a path',
    '/x/{p}/y-{p}/{{p}}',
    parameter('path', own),
    ({ url }) => decodeURIComponent(url),
    `/x/${own}/y-${own}/{${own}}`,
  ],
  [
    'a path with braces around a variable',
    '/x/{{p}}',
    parameter('path', 'v', { 'x-variable': 'mine' }),
    ({ url }) => decodeURIComponent(url),
    '/x/{token}',
  ],
  [
    'a cookie',
    '/x',
    parameter('cookie', `${text}\r\nX-B: 1`),
    ({ headers }) => decodeURIComponent(headers.cookie ?? ''),
    `p=${text}\r\nX-B: 1`,
  ],
  [
    'JSON',
    '/x',
    body('application/json', { ...object, [text]: [text, { a: text }] }),
    (sent) => JSON.parse(sent.body),
    { ...object, [text]: [text, { a: text }] },
  ],
  ['JSON that is a text', '/x', body('application/json', text), (sent) => JSON.parse(sent.body), text],
  [
    'a form',
    '/x',
    body('application/x-www-form-urlencoded', { [text]: text, b: '+ &' }),
    (sent) => [...new URLSearchParams(sent.body)],
    [
      [text, text],
      ['b', '+ &'],
    ],
  ],
  [
    'XML',
    '/x',
    body('application/xml', `<?xml version="1.0"?><a b="${own}">${own}</a>`),
    (sent) => sent.body.replaceAll('&#123;', '{'),
    `<?xml version="1.0"?><a b="${own}">${own}</a>`,
  ],
])('what looks like a variable in %s is sent as it is', async (_, path, item, readSent, wanted) => {
  const recorder = await startRecorder();
  try {
    const opened = await openText(onePath(path, { ...item }));
    expect(unsendableProblems(opened.api, toPlan(opened.api).cases)).toEqual([]);
    const { files } = await build(opened);
    const values = { token: 'secret', mine: 'token', a: 'secret', 'base-url': recorder.url };
    await runPlain(read(files, 'api.postman_collection.json'), values);
    expect(recorder.recorded.map(readSent)).toEqual([wanted]);
  } finally {
    recorder.close();
  }
});

const responses = { 200: { description: 'It.', content: { 'a/{{token}}': {} } } };

test.each<[string, Item, string, string]>([
  ['header', parameter('header', own), 'the header p', '/paths/~1x/get/parameters/0'],
  ['header with a name', parameter('header', 'v', { name: own }), `the header ${own}`, '/parameters/0'],
  ['brace', parameter('header', 'a{{b'), 'the header p', '/paths/~1x/get/parameters/0'],
  ['text', body('text/plain', own), 'the body', '/paths/~1x/post/requestBody'],
  ['CDATA', body('application/xml', `<a><![CDATA[${own}]]></a>`), 'the body', '/paths/~1x/post/requestBody'],
  ['media type', { get: { responses } }, 'the header Accept', '/paths/~1x/get'],
  ['key', { get: { security: [{ stray: [] }] } }, 'the authorisation', '/paths/~1x/get'],
])(
  'an operation is left out that needs what looks like a variable in a %s',
  async (_, item, part, pointer) => {
    const opened = await openText(withKey(onePath('/x', item)));
    const { plan, files } = await build(opened);
    const problems = unsendableProblems(opened.api, plan.cases);
    expect(problems).toMatchObject([{ code: 'no-stray-variable', severity: 'warning' }]);
    expect(problems[0]?.pointer).toMatch(new RegExp(`${pointer}$`));
    expect(problems[0]?.message).toContain(`is left out: ${part} contains`);
    expect(locateProblem(problems[0] ?? expect.fail(), opened.spec.locate).location?.line).toBeGreaterThan(5);
    expect(itemsOf(read(files, 'api.postman_collection.json'))).toEqual([]);
    expect(itemsOf(read(files, '.contract.postman_collection.json'))).toEqual([]);
    const skipped = skipReasons(plan, { tier: 'full', costs: true, unsafe: true, foreignTokens: true });
    expect([...skipped.values()]).toEqual(plan.cases.map(() => expect.stringContaining(`${part} contains`)));
    expect(JSON.stringify(withSamples(opened.spec.bundle, opened.api))).not.toContain('x-codeSamples');
  },
);

test.each<[string, Item, string, string]>([
  ['value with lines', parameter('header', 'a\r\nX-B: 1'), 'the header p', '/parameters/0'],
  ['value beyond Latin-1', parameter('header', '\u0100'), 'the header p', '/parameters/0'],
  ['name with lines', parameter('header', 'v', { name: 'X:\r\nY' }), 'the header X:', '/parameters/0'],
  ['name with a space', parameter('header', 'v', { name: 'X Y' }), 'the header X Y', '/parameters/0'],
  ['key with lines', { get: { security: [{ lines: [] }] } }, 'the authorisation', '/get'],
  ['key as a cookie with lines', { get: { security: [{ biscuit: [] }] } }, 'the header Cookie', '/get'],
])('an operation is left out whose request would need a %s', async (_, item, part, pointer) => {
  const opened = await openText(withKey(onePath('/x', item)));
  const { plan, files } = await build(opened);
  const problems = unsendableProblems(opened.api, plan.cases);
  expect(problems).toMatchObject([{ code: 'header-malformed', severity: 'warning' }]);
  expect(problems[0]?.pointer).toMatch(new RegExp(`${pointer}$`));
  expect(problems[0]?.message).toContain(`is left out: ${part}`);
  expect(itemsOf(read(files, 'api.postman_collection.json'))).toEqual([]);
  expect(itemsOf(read(files, '.contract.postman_collection.json'))).toEqual([]);
});

test.each<[string, string, Item, string, string]>([
  [
    'a delimiter',
    '/x',
    parameter('query', ['a|b'], { style: 'pipeDelimited', explode: false }),
    'the query parameter p has a value with `|`',
    '/parameters/0',
  ],
  [
    'a comma in a header',
    '/x',
    parameter('header', ['a,b']),
    'the header parameter p has a value with `,`',
    '/parameters/0',
  ],
  [
    'two cookies of one name',
    '/x',
    parameter('cookie', ['a', 'b']),
    'the cookie parameter p has several values',
    '/parameters/0',
  ],
  ['nothing', '/x', parameter('query', []), 'the query parameter p has an empty array', '/parameters/0'],
  ['nothing in the path', '/x/{p}', parameter('path', ''), 'the path parameter p is empty', '/parameters/0'],
  ['a dot segment', '/x/{p}', parameter('path', '..'), 'the path has a segment of dots only', '/get'],
  ['a fragment', '/x#y', { get: {} }, 'the path has `#`', '/get'],
  ['a query in the path', '/x?y=z', { get: {} }, 'the path has `?`', '/get'],
  [
    'a parameter that is not described',
    '/x/{é}',
    { get: {} },
    'the path has {é}, which no parameter describes',
    '/get',
  ],
])('%s can not be read as it is meant, so no case is sent', async (_, path, item, part, pointer) => {
  const opened = await openText(onePath(path, item));
  const { plan, files } = await build(opened);
  const problems = unsendableProblems(opened.api, plan.cases);
  expect(problems).toMatchObject([{ code: 'value-ambiguous', severity: 'warning' }]);
  expect(problems[0]?.message).toContain(`its test cases are not sent: ${part}`);
  expect(problems[0]?.pointer).toMatch(new RegExp(`${pointer}$`));
  expect(itemsOf(read(files, 'api.postman_collection.json'))).toHaveLength(1);
  expect(itemsOf(read(files, '.contract.postman_collection.json'))).toEqual([]);
});

test.each(['\u00e9', 'a\tb', 'plain'])('a header of the value %j is sent', async (value) => {
  const opened = await openText(onePath('/x', parameter('header', value)));
  expect(unsendableProblems(opened.api, toPlan(opened.api).cases)).toEqual([]);
});

test('only what holds it is left out where it is optional', async () => {
  const values = { schema: { type: 'string', enum: ['plain', own] }, example: own };
  const item = parameter('header', own, { required: false, ...values });
  const opened = await openText(onePath('/x', item));
  const { plan, files } = await build(opened);
  const problems = unsendableProblems(opened.api, plan.cases);
  expect(problems.map(({ message }) => message.split(':')[1]?.trim())).toEqual([
    'its parameter p is left out',
    'its test case optional-2 is not sent',
  ]);
  const [request] = itemsOf(read(files, 'api.postman_collection.json'));
  expect(JSON.stringify(request?.request)).not.toContain(own.slice(2));
  const sent = itemsOf(read(files, '.contract.postman_collection.json'));
  expect(sent).toHaveLength(plan.cases.length - 1);
  expect(skipReasons(plan, { tier: 'full', costs: true, unsafe: true, foreignTokens: true }).size).toBe(1);
});

/** The description with API keys: one whose name looks like a variable, and two whose names have a line break. */
function withKey(spec: object): object {
  const key = (place: string, name: string): object => ({ type: 'apiKey', in: place, name });
  const schemes = {
    bearer: { type: 'http', scheme: 'bearer' },
    stray: key('header', `X-${own}`),
    lines: key('header', 'X-A\r\nX-B'),
    biscuit: key('cookie', 'a\r\nX-B'),
  };
  return { ...spec, components: { securitySchemes: schemes } };
}

const named = (xml: object): object => ({
  type: 'object',
  xml: { name: 'a' },
  properties: { b: { xml, example: 1 } },
});

test.each<[object, string]>([
  [{}, 'has no media type in the spec'],
  [
    { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } },
    'is a file of type image/jpeg, and no sample file has that type',
  ],
  [{ 'application/x-own': { schema: { type: 'string' } } }, 'is a file of type application/x-own'],
  [
    { 'text/csv': { schema: { type: 'object' } } },
    "is an object or a list, which can't be written as text/csv",
  ],
  [{ 'application/xml': { schema: { type: 'object' } } }, 'has no name for the root of its XML'],
  [
    {
      'application/xml': {
        schema: { type: 'array', xml: { name: 'a' }, items: { type: 'string' } },
        example: ['a', 'b'],
      },
    },
    'has no root in XML',
  ],
  [{ 'application/xml': { schema: named({ name: 'a b' }) } }, 'has the name `a b`'],
  [{ 'application/xml': { schema: named({ prefix: 'p' }) } }, 'has the prefix `p` without a namespace'],
  [
    { 'application/xml': { schema: named({ attribute: true }), example: { b: [1] } } },
    'in the attribute `b`',
  ],
  [
    { 'application/xml': { schema: named({}), example: { b: '\u0001' } } },
    'character that XML does not allow',
  ],
  [{ 'multipart/form-data': { schema: { type: 'object' } } }, 'has no parts'],
  [{ 'multipart/form-data': { example: 'text' } }, 'does not begin with a boundary'],
  [
    {
      'multipart/form-data': {
        schema: { type: 'object', properties: { f: { type: 'string', contentMediaType: 'video/mp4' } } },
      },
    },
    'has the file `f` of type video/mp4',
  ],
  [{ 'application/x-www-form-urlencoded': { example: [1] } }, 'has no fields'],
  [
    {
      'application/x-www-form-urlencoded': {
        example: { a: { b: { c: 1 } } },
        encoding: { a: { style: 'deepObject' } },
      },
    },
    'has the field `a`, which has nested values',
  ],
])('a body that %j describes is not tested, and a warning says why', async (content, reason) => {
  const requestBody = { required: true, content };
  const responses = { 200: { description: 'It.' }, 401: { description: 'No.' } };
  const opened = await openText(
    onePath('/x', { post: { operationId: 'o', 'x-contract': { effects: 'none' }, requestBody, responses } }),
  );
  const { plan, files } = await build(opened);
  const problems = unsendableProblems(opened.api, plan.cases);
  expect(problems).toMatchObject([
    { code: 'body-not-generated', severity: 'warning', pointer: '/paths/~1x/post/requestBody' },
  ]);
  expect(problems[0]?.message).toContain(reason);
  expect(problems[0]?.message).toMatch(/^o: its test cases are not sent: the body /);
  // People correct the request, or choose a file.
  expect(itemsOf(read(files, 'api.postman_collection.json'))).toHaveLength(1);
  const sent = itemsOf(read(files, '.contract.postman_collection.json')).map(({ request }) => request.method);
  expect(sent).not.toContain('POST');
  const skipped = skipReasons(plan, { tier: 'full', costs: true, unsafe: true, foreignTokens: true });
  const success = plan.cases.find(({ id }) => id === 'success') ?? expect.fail();
  expect(skipped.get(success)).toContain(reason);
});
