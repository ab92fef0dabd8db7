import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { load } from '../../../scripts/openapi/load/load.ts';
import type { ReferenceOptions } from '../../../scripts/openapi/load/resolver.ts';
import { openSpec, openUnchecked } from '../../../scripts/openapi/open-spec.ts';
import { loadText, withFiles } from '../../fixtures/open.ts';

const secret = 'text-of-a-file-outside';

/** A spec whose 200 response has these parts of a Media Type Object, and these components. */
const spec = (content: string, components = '{}'): string => `openapi: 3.1.0
info: { title: Lab, version: "1" }
paths:
  /a:
    get:
      responses:
        "200":
          description: It.
          content:
            application/json: { ${content} }
components: ${components}
`;

/** A folder with a spec in `api/api.yaml` and with files that it must not read. */
async function withSpec<T>(text: string, use: (file: string) => Promise<T>): Promise<T> {
  return withFiles(
    { 'outside.yaml': `description: ${secret}\n`, hostname: `${secret}\n` },
    async (folder) => {
      const api = join(folder, 'api');
      await mkdir(join(api, 'parts'), { recursive: true });
      await mkdir(join(api, '.parts'));
      await mkdir(join(api, 'folder.yaml'));
      await writeFile(join(api, '.env'), `TOKEN=${secret}\n`);
      await writeFile(join(api, '.parts', 'part.yaml'), 'type: string\n');
      await writeFile(join(api, 'part.md'), `${secret}\n`);
      await writeFile(join(api, 'token.json'), JSON.stringify({ values: [{ value: secret }] }));
      await symlink(join(api, '.env'), join(api, 'env.yaml'));
      await writeFile(join(api, 'parts', 'part.yaml'), 'type: string\n');
      await writeFile(join(api, 'parts', 'up.yaml'), '$ref: ../../outside.yaml\n');
      await writeFile(join(api, 'latin1.yaml'), Buffer.from('description: \xe9\n', 'latin1'));
      await symlink(join(folder, 'outside.yaml'), join(api, 'link.yaml'));
      await symlink(folder, join(api, 'folder'));
      await symlink(join(api, 'parts', 'part.yaml'), join(api, 'inner.yaml'));
      execFileSync('mkfifo', [join(api, 'fifo.yaml')]);
      await writeFile(join(api, 'api.yaml'), text.replaceAll('@', folder));
      return use(join(api, 'api.yaml'));
    },
  );
}

const listening: { readonly close: () => void }[] = [];
afterAll(() => {
  for (const server of listening) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listening.push({ close: () => server.closeAllConnections() ?? server.close() });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test.each([
  ['../outside.yaml', 'outside'],
  ['@/outside.yaml', 'outside'],
  ['parts/../../outside.yaml', 'outside'],
  ['parts/up.yaml', 'outside'],
  ['link.yaml', 'outside'],
  ['folder/outside.yaml', 'outside'],
  ['/proc/self/environ', 'outside'],
  ['/dev/zero', 'outside'],
  ['fifo.yaml', 'regular file'],
  ['folder.yaml', 'folder'],
  ['.env', 'hidden'],
  ['./parts/../.env', 'hidden'],
  ['env.yaml', 'hidden'],
  ['.parts/part.yaml', 'hidden'],
  ['part.md', '`.yaml`'],
  ['token.json#/values/0/value', 'not an object'],
  ['token.json#/values', 'not an object'],
  ['latin1.yaml', 'UTF-8'],
  ['no.yaml', 'ENOENT'],
  ['file:///etc/hostname', 'only files'],
  ['data:text/plain,a', 'only files'],
  ['http://127.0.0.1:9/a.yaml', '--allow-remote'],
])('a reference to %s is refused', async (reference, reason) => {
  const text = spec(`schema: { $ref: "${reference}" }`);
  await withSpec(text, async (file) => {
    const { spec: loaded, problems } = await load(file);
    expect(loaded).toBeUndefined();
    const [problem] = problems;
    expect(problem).toMatchObject({ code: 'no-unresolved-refs', message: expect.stringContaining(reason) });
    const { file: where = '', line } = problem?.location ?? {};
    expect(`${basename(where)}:${line}`).toBe('api.yaml:10');
    expect(JSON.stringify(problems)).not.toContain(secret);
  });
});

test.each([
  ['parts/part.yaml', {}],
  ['inner.yaml', {}],
  ['../outside.yaml', { refRoot: '..' }],
  ['link.yaml', { refRoot: '..' }],
])('a reference to %s is followed with %j', async (reference, options: ReferenceOptions) => {
  await withSpec(spec(`schema: { $ref: "${reference}" }`), async (file) => {
    const root = options.refRoot === undefined ? {} : { refRoot: join(dirname(file), options.refRoot) };
    expect((await load(file, root)).problems).toEqual([]);
  });
});

const elsewhere = ['@/outside.yaml', '@/hostname', 'http://127.0.0.1:9/a.yaml', 'parts/part.yaml'];
test.each(
  elsewhere.flatMap((target) => [
    [`schema: {}, example: { $ref: "${target}" }`],
    [`schema: { example: { a: [{ $ref: "${target}" }] } }`],
    [`schema: { examples: [{ $ref: "${target}" }] }`],
    [`schema: { default: { $ref: "${target}" } }`],
    [`schema: { enum: [{ $ref: "${target}" }] }`],
    [`schema: { const: { $ref: "${target}" } }`],
    [`schema: { x-a: { $ref: "${target}" } }`],
    [`schema: {}, x-a: { b: { externalValue: "${target}" } }`],
    [`schema: {}, examples: { a: { value: { $ref: "${target}" } } }`],
    [`schema: {}, examples: { a: { externalValue: "${target}" } }`],
    [`schema: {}, examples: { a: { $ref: "${target}" } }`],
  ]),
)('data stay as written: %s', async (content) => {
  await withSpec(spec(content), async (file) => {
    const { spec: loaded, problems } = await load(file);
    const target = /"([^"]+)"/.exec(content)?.[1]?.replace('@', dirname(dirname(file))) ?? '';
    const written = JSON.stringify(loaded?.bundle);
    expect(written).toContain(JSON.stringify(target));
    expect(written).not.toContain(secret);
    expect(written).not.toContain('x-sealed');
    const warned = problems.map(({ code, severity, location }) => `${severity} ${code} ${location?.line}`);
    expect(warned).toEqual(
      /examples: . a: . (externalV|.ref)/.test(content) ? ['warning example-external 10'] : [],
    );
  });
});

test('an example may be one of the components', async () => {
  const text = spec(
    'schema: {}, examples: { a: { $ref: "#/components/examples/A" } }',
    '{ examples: { A: { value: 7 } } }',
  );
  await withSpec(text, async (file) => {
    const { spec: loaded, problems } = await load(file);
    expect(problems).toEqual([]);
    const response = loaded?.document.paths?.['/a']?.get?.responses?.['200'];
    expect(response?.content?.['application/json']?.examples?.a?.value).toBe(7);
  });
});

test('parts in other files may have the names of keywords', async () => {
  const parts = { 'parts.yaml': 'default: { description: It. }\nexample: { type: string }\n' };
  const text = `openapi: 3.1.0
info: { title: Lab, version: "1" }
paths: { /a: { get: { responses: { default: { $ref: "parts.yaml#/default" } } } } }
components: { schemas: { A: { $ref: "parts.yaml#/example" } } }
`;
  await withFiles({ ...parts, 'api.yaml': text }, async (folder) => {
    expect((await load(join(folder, 'api.yaml'))).problems).toEqual([]);
  });
});

const toToken = '{ $ref: "token.json#/values/0/value" }';
const parameter = (name: string): string => `parameters: [{ name: ${name}, in: query, schema: {} }]`;

test.each([
  [parameter('{ $ref: ./.env }'), 'hidden'],
  [parameter(toToken), 'does not allow a reference'],
  [parameter('{ $ref: "#/info/title" }'), 'does not allow a reference'],
  [`servers: [{ url: ${toToken} }]`, 'does not allow a reference'],
  [`description: ${toToken}`, 'does not allow a reference'],
  ['parameters: { $ref: "token.json#/values" }', 'not an object'],
])('text of a file never becomes a part of a path item: %s', async (part, reason) => {
  const text = spec('schema: {}').replace('    get:\n', `    ${part}\n    get:\n`);
  await withSpec(text, async (file) => {
    const lines: string[] = [];
    const io = { out: () => {}, err: (line: string) => void lines.push(line) };
    for (const openWith of [openSpec, openUnchecked])
      expect(await openWith({ spec: file }, io)).toBeUndefined();
    const found = lines.find((line) => /api\.yaml:5:\d+ no-unresolved-refs/.test(line));
    expect(found).toContain(reason);
    expect(lines.join()).not.toContain(secret);
  });
});

test('all files that a spec refers to have one limit of tokens', async () => {
  const parts = ['a', 'b'].map((name) => [
    `${name}.json`,
    `{"type":"string","x-a":[${'1,'.repeat(550_000)}1]}`,
  ]);
  const text = 'openapi: 3.1.0\ninfo: { title: Lab, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n';
  const all = text + parts.map(([name]) => `    S${name?.[0]}: { $ref: ${name} }\n`).join('');
  const { problems } = await loadText(all, Object.fromEntries(parts));
  expect(problems[0]?.message).toContain('YAML tokens');
}, 60_000);

test('a reference to the network is followed with consent', async () => {
  const paths: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    paths.push(request.url);
    response.writeHead(200, { 'content-type': 'application/yaml' }).end('type: string\n');
  });
  await withSpec(spec(`schema: { $ref: "${server}/a.yaml" }`), async (file) => {
    expect((await load(file)).spec).toBeUndefined();
    expect(paths).toEqual([]);
    expect((await load(file, { allowRemote: true })).problems).toEqual([]);
    expect(paths).toEqual(['/a.yaml']);
  });
});

test.each<[string, RequestListener, string]>([
  ['stalls', () => {}, 'seconds'],
  [
    'redirects',
    ({ url }, response) =>
      url === '/b.yaml' ? response.end('{}') : response.writeHead(302, { location: '/b.yaml' }).end(),
    'redirects to `/b.yaml`',
  ],
  [
    'refers to a file',
    (_, response) => response.writeHead(200, {}).end('$ref: file:///etc/hostname'),
    'only files',
  ],
  [
    'never ends',
    (_, response) => {
      response.writeHead(200).on('drain', () => response.write('#'.repeat(1_000_000)));
      while (response.write('#'.repeat(1_000_000)));
    },
    'MB',
  ],
])(
  'a reference to a server that %s ends with a problem',
  { timeout: 60_000 },
  async (_, listener, reason) => {
    const server = await serve(listener);
    await withSpec(spec(`schema: { $ref: "${server}/a.yaml" }`), async (file) => {
      const limit = reason === 'seconds' ? { remoteMilliseconds: 1000 } : {};
      const { spec: loaded, problems } = await load(file, { allowRemote: true, ...limit });
      expect(loaded).toBeUndefined();
      expect(problems[0]).toMatchObject({
        code: 'no-unresolved-refs',
        message: expect.stringContaining(reason),
      });
    });
  },
);

test.each(['fifo.yaml', 'parts', 'latin1.yaml'])('a spec that is %s can not be used', async (name) => {
  await withSpec(spec('schema: {}'), async (file) => {
    const { problems } = await load(join(dirname(file), name));
    expect(problems).toEqual([expect.objectContaining({ code: 'spec-unreadable' })]);
  });
});
