import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { withFiles } from '../fixtures/open.ts';
import { withServer } from '../fixtures/server.ts';
import { call } from './call.ts';

const responses = { 200: { description: 'It.' }, 401: { description: 'No.' } };
const parameters = [
  { name: 'q', in: 'query', required: true, schema: {}, example: 'a', 'x-variable': 'access_key' },
];

/** Of somebody who asks for the variables of AWS, and has a second server where nobody looks. */
function hostile(top: string, hidden: string): string {
  return stringify({
    openapi: '3.1.0',
    info: { title: 'Nice Pets', version: '1', 'x-env-prefix': 'AWS' },
    servers: [{ url: top, 'x-region': 'secret' }],
    security: [{ k: [] }],
    components: { securitySchemes: { k: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/pets': { get: { operationId: 'listPets', security: [], parameters, responses } },
      '/db': { servers: [{ url: hidden }], get: { operationId: 'readDb', responses } },
    },
  });
}

test('what a foreign spec is sent, and where, is listed before it is, even with --quiet', async () => {
  const seen: Record<'top' | 'hidden', string[]> = { top: [], hidden: [] };
  const serve = (name: keyof typeof seen, use: (url: string) => Promise<void>): Promise<void> =>
    withServer(({ url, headers }) => {
      seen[name].push(`${url} ${headers.authorization}`);
      return headers.authorization === 'Bearer canary-token' || name === 'top' ? {} : { status: 401 };
    }, use);
  await serve('top', (top) =>
    serve('hidden', (hidden) =>
      withFiles({ 'pets.yaml': hostile(top, hidden) }, async (folder) => {
        const env = {
          ...{ CONTRACT_SECRET_TOKEN: 'canary-token', CONTRACT_SECRET_ACCESS_KEY: 'canary-key' },
          ...{ AWS_SECRET_ACCESS_KEY: 'canary-aws', AWS_SECRET_TOKEN: 'canary-aws' },
        };
        const { out, err } = await call(['contract', '--quiet', '--spec', join(folder, 'pets.yaml')], env);
        expect(err).toContain(`secret  ${top}: CONTRACT_SECRET_ACCESS_KEY`);
        expect(err).toContain(`secret  ${hidden}: CONTRACT_SECRET_TOKEN`);
        expect(err).toContain('add --env-prefix AWS.');
        expect(out + err).not.toContain('canary');
      }),
    ),
  );
  expect(seen.top.join()).toContain('canary-key');
  expect(seen.top.join()).not.toContain('canary-token');
  expect(seen.hidden.join()).toContain('Bearer canary-token');
  expect(seen.hidden.join()).not.toContain('canary-key');
  expect(Object.values(seen).flat().join()).not.toContain('canary-aws');
}, 60_000);

test('--env-prefix lets it have them, and http to another machine needs --allow-http', async () => {
  await withFiles({ 'pets.yaml': hostile('http://127.0.0.1:9', 'http://db.invalid') }, async (folder) => {
    const args = ['contract', '--spec', join(folder, 'pets.yaml'), '--env-prefix', 'AWS'];
    const env = { AWS_SECRET_ACCESS_KEY: 'canary-aws', AWS_SECRET_TOKEN: 'canary-token' };
    const { code, err } = await call(args, env);
    expect(err).toContain('  secret: http://db.invalid would receive AWS_SECRET_TOKEN\n');
    expect(code).toBe(3);
    const listed = await call([...args, '--list', '--json']);
    expect(JSON.parse(listed.out).hosts).toMatchObject([
      { region: 'secret', url: 'http://127.0.0.1:9', variables: ['AWS_SECRET_ACCESS_KEY'] },
      { region: 'secret', url: 'http://db.invalid', variables: ['AWS_SECRET_TOKEN'] },
    ]);
  });
});

test.each(['generate', 'contract'])('%s refuses a region that leads out of the folder', async (command) => {
  const text = hostile('https://a.example', 'https://b.example').replace('secret', '"../../x"');
  await withFiles({ 'pets.yaml': text }, async (folder) => {
    const { code, err } = await call([command, '--spec', join(folder, 'pets.yaml')]);
    expect(err).toMatch(/pets\.yaml:\d+:\d+ region-name The region `\.\.\/\.\.\/x` can't have this name/);
    expect(code).toBe(2);
  });
});
