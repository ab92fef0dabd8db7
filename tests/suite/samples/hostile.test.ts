import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toSamples } from '../../../scripts/suite/samples/samples.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { openText } from '../../fixtures/open.ts';
import { type Recorded, startRecorder } from '../../fixtures/recorder.ts';
import { missing, runSample } from '../../fixtures/samples.ts';
import { readParts, readXml } from '../../properties/decode-body.ts';

/** What a shell, Python, JavaScript or HTML would do something with. A header takes the letters of ASCII only. */
const inHeader = `a'b "c" \`touch t1\` $(touch t2) \${HOME} $HOME {x} #{y} \\ \\" \\' \\n %41 %s 1+1=2 & ; | # ! ~ * ? [z] <b> </script> @`;
const hostile = `${inHeader}\n\ttwo lines\r\né € 😀 \u2028 {a}} {{ }} {{base-url}} ${'$'}`;

const langs = ['Shell', 'Python', 'JavaScript'].filter((lang) => !missing.includes(lang));

describe.each(langs)('in %s a hostile text is sent as it is', (lang) => {
  const parameter = (place: string, example: unknown, more: object = {}): object => ({
    parameters: [{ name: 'p', in: place, required: true, schema: {}, example, ...more }],
  });
  const body = (type: string, example: unknown, schema?: object): object => ({
    requestBody: { content: { [type]: { example, ...(schema && { schema }) } } },
  });
  const queryOf = ({ url }: Recorded): unknown => [...new URL(url, 'http://x').searchParams];
  const jsonOf = (recorded: Recorded): unknown => JSON.parse(recorded.body);

  test.each<[string, string, object, (recorded: Recorded) => unknown, unknown]>([
    ['query', 'get', parameter('query', hostile), queryOf, [['p', hostile]]],
    [
      'array',
      'get',
      parameter('query', ['1,2', hostile]),
      queryOf,
      [
        ['p', '1,2'],
        ['p', hostile],
      ],
    ],
    ['list', 'get', parameter('query', [1, 'a&b'], { explode: false }), queryOf, [['p', '1,a&b']]],
    [
      'name',
      'get',
      { parameters: [{ name: inHeader, in: 'query', required: true, schema: {}, example: 'v' }] },
      queryOf,
      [[inHeader, 'v']],
    ],
    [
      'object',
      'get',
      parameter('query', { k: hostile }, { style: 'deepObject' }),
      queryOf,
      [['p[k]', hostile]],
    ],
    ['header', 'get', parameter('header', inHeader), ({ headers }) => headers.p, inHeader],
    ['empty header', 'get', parameter('header', ''), ({ headers }) => headers.p, ''],
    ['header list', 'get', parameter('header', ['a', 'b c']), ({ headers }) => headers.p, 'a,b c'],
    [
      'Origin',
      'get',
      {
        parameters: [
          { name: 'Origin', in: 'header', required: true, schema: {}, example: 'https://me.example' },
        ],
      },
      ({ headers }) => headers.origin,
      'https://me.example',
    ],
    [
      'cookie',
      'get',
      parameter('cookie', inHeader),
      ({ headers }) => decodeURIComponent(headers.cookie ?? ''),
      `p=${inHeader}`,
    ],
    [
      'JSON',
      'post',
      body('application/json', { [hostile]: [hostile, null, true, 1.5, { a: {} }] }),
      jsonOf,
      { [hostile]: [hostile, null, true, 1.5, { a: {} }] },
    ],
    [
      'JSON whose name is special in JavaScript',
      'post',
      body('application/json', JSON.parse('{"__proto__":{"a":1},"1":[],"b":{}}')),
      (recorded) => recorded.body.replace(/\s/g, ''),
      '{"1":[],"__proto__":{"a":1},"b":{}}',
    ],
    ['JSON text', 'put', body('application/merge-patch+json', hostile), jsonOf, hostile],
    ['JSON list', 'patch', body('application/json', [hostile]), jsonOf, [hostile]],
    [
      'form',
      'post',
      body('application/x-www-form-urlencoded', { [hostile]: hostile, a: 'x' }),
      ({ body }) => [...new URLSearchParams(body)],
      [
        [hostile, hostile],
        ['a', 'x'],
      ],
    ],
    [
      'form whose field repeats',
      'post',
      body('application/x-www-form-urlencoded', { [inHeader]: ['x', inHeader], a: { b: inHeader } }),
      ({ body }) => [...new URLSearchParams(body)],
      [
        [inHeader, 'x'],
        [inHeader, inHeader],
        ['a', JSON.stringify({ b: inHeader })],
      ],
    ],
    [
      'parts',
      'post',
      body('multipart/form-data', { a: ['@x', inHeader], 'b;c': { d: inHeader } }),
      ({ headers, body }) =>
        readParts(headers['content-type'] ?? '', Buffer.from(body)).map((part) => [
          part.name,
          part.bytes.toString(),
          part.headers['content-type']?.replace(/^text\/plain.*/, ''),
        ]),
      [
        ['a', '@x', undefined],
        ['a', inHeader, undefined],
        ['b;c', JSON.stringify({ d: inHeader }), 'application/json'],
      ],
    ],
    [
      'XML',
      'post',
      body('application/xml', { a: inHeader }, { type: 'object', xml: { name: 'x' } }),
      ({ body }) => readXml(body).children.map(({ text }) => text),
      [inHeader],
    ],
    // A text with what looks like a variable is left out: `postman/unsendable.ts`.
    ['text', 'post', body('text/plain', `${inHeader}\n\té`), (recorded) => recorded.body, `${inHeader}\n\té`],
    [
      'a text with the name of a variable',
      'post',
      body('text/plain', '--base-url--'),
      (recorded) => recorded.body,
      '--base-url--',
    ],
    [
      'a text like a file name',
      'post',
      body('text/plain', '@/etc/passwd'),
      (recorded) => recorded.body,
      '@/etc/passwd',
    ],
  ])('%s', async (_, method, operation, read, wanted) => {
    const recorded = await runAt('/it', { [method]: operation }, lang);
    expect(recorded.method).toBe(method.toUpperCase());
    expect(read(recorded)).toEqual(wanted);
  });

  test('path', async () => {
    const value = `a/b ${hostile}`;
    const { url } = await runAt("/it's/{p}/x{p}(y)", { get: parameter('path', value) }, lang);
    const segments = new URL(url, 'http://x').pathname.split('/').map(decodeURIComponent);
    expect(segments).toEqual(['', "it's", value, `x${value}(y)`]);
  });

  test('a list in the path', async () => {
    const { url } = await runAt('/it/{p}', { get: parameter('path', ['a/b', 'c']) }, lang);
    expect(url).toBe('/it/a%2Fb,c');
  });

  test('address', async () => {
    const way = "/a'$(id>t1)`id>t2`$HOME";
    const { url } = await runAt('/it', { get: {} }, lang, { way });
    expect(decodeURIComponent(url)).toBe(`${way}/it`);
  });

  test('a key in the query', async () => {
    expect(queryOf(await runAt('/it', { get: { security: [{ inQuery: [] }] } }, lang))).toEqual([
      ['key', 'secret'],
    ]);
  });

  test('numbers keep their digits', async () => {
    const file = `openapi: 3.1.0
info: { title: Lab, version: '1' }
servers: [{ url: 'URL' }]
paths:
  /it/{p}:
    post:
      parameters: [{ name: p, in: path, required: true, schema: {}, example: 1.10 }]
      requestBody: { content: { application/json: { example: { a: 9223372036854775807, b: [1.10] } } } }
      responses: { 200: { description: It. } }
`;
    const { url, body: sent } = await runSpec((base) => file.replace('URL', base), lang);
    expect([url, sent.replace(/\s/g, '')]).toEqual(['/it/1.10', '{"a":9223372036854775807,"b":[1.10]}']);
  });

  test('files of the reader', async () => {
    const schema = { type: 'string', format: 'binary' };
    const form = { type: 'object', required: ['f'], properties: { f: schema } };
    const files = { 'example.png': 'own bytes' };
    const whole = { requestBody: { content: { 'image/png': { schema } } } };
    expect((await runAt('/it', { post: whole }, lang, { files })).body).toBe('own bytes');
    const encoding = { f: { contentType: 'image/png' } };
    const part = { requestBody: { content: { 'multipart/form-data': { schema: form, encoding } } } };
    const { headers, body: sent } = await runAt('/it', { post: part }, lang, { files });
    const [found] = readParts(headers['content-type'] ?? '', Buffer.from(sent));
    expect(found).toMatchObject({ name: 'f', fileName: 'example.png', bytes: Buffer.from('own bytes') });
    expect(found?.headers['content-type']).toBe('image/png');
  });

  test('HEAD', async () => {
    expect(await runAt('/it', { head: {} }, lang)).toMatchObject({ method: 'HEAD', url: '/it', body: '' });
  });

  test.each([
    ['inCookie', 'cookie', `sid=${inHeader}; p=b`],
    ['inHeader', 'x-key', inHeader],
    ['bearer', 'authorization', `Bearer ${inHeader}`],
    ['basic', 'authorization', `Basic ${btoa(`user:${inHeader}`)}`],
  ])('a secret, %s', async (scheme, header, wanted) => {
    const operation = { ...parameter('cookie', 'b'), security: [{ [scheme]: [] }] };
    const { headers } = await runAt('/it', { get: operation }, lang);
    expect(headers[header]).toBe(wanted);
  });
});

/** What arrives when the sample of the only operation is run, as it is; it must leave nothing behind. */
async function runAt(
  path: string,
  item: Readonly<Record<string, object>>,
  lang: string,
  { way, files = {} }: { readonly way?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Recorded> {
  return runSpec((base) => onePath(path, item, base), lang, { ...(way && { way }), files });
}

async function runSpec(
  spec: (base: string) => string | object,
  lang: string,
  { way, files = {} }: { readonly way?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Recorded> {
  const recorder = await startRecorder();
  try {
    const { api } = await openText(spec(recorder.url + (way ?? '')));
    const [operation = expect.fail()] = api.operations;
    const sample = toSamples(operation, api).find((one) => one.lang === lang) ?? expect.fail();
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const secrets = {
      CONTRACT_TOKEN: inHeader,
      CONTRACT_IN_HEADER: inHeader,
      CONTRACT_IN_COOKIE: inHeader,
      CONTRACT_IN_QUERY: 'secret',
    };
    const env = {
      ...(way === undefined && { CONTRACT_BASE_URL: recorder.url }),
      CONTRACT_USERNAME: 'user',
      CONTRACT_PASSWORD: inHeader,
      ...secrets,
    };
    const { status, err } = await runSample(sample, env, folder);
    expect({ status, err: status === 0 ? '' : `${err}\n${sample.source}` }).toEqual({ status: 0, err: '' });
    expect(await readdir(folder)).toEqual(Object.keys(files));
    expect(recorder.recorded.length).toBe(1);
    return recorder.recorded[0] ?? expect.fail();
  } finally {
    recorder.close();
  }
}
