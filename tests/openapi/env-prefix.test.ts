import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { envName } from '../../scripts/model/env-name.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { prefixAdvice, toEnvPrefix } from '../../scripts/openapi/env-prefix.ts';
import { open, openText, rivery, withFiles } from '../fixtures/open.ts';

const info = { title: 'Nice Pets', version: '1', 'x-env-prefix': 'AWS' };
const parameters = [{ name: 'q', in: 'query', required: true, schema: {}, 'x-variable': 'access_key' }];
const get = { operationId: 'a', parameters, responses: { 200: { description: 'A.' } } };
const servers = [{ url: 'https://a.example', 'x-region': 'secret' }];
const { spec: foreign } = await openText({ openapi: '3.1.0', info, servers, paths: { '/a': { get } } });
const { spec: own } = await open(rivery);

test.each([
  [{}, 'CONTRACT'],
  [{ env: { CONTRACT_ENV_PREFIX: 'PETS' } }, 'PETS'],
  [{ env: { CONTRACT_ENV_PREFIX: ' ' } }, 'CONTRACT'],
  [{ envPrefix: 'AWS', env: { CONTRACT_ENV_PREFIX: 'PETS' } }, 'AWS'],
])('with %j the variables of a foreign spec begin with %s', (choice, wanted) => {
  expect(toEnvPrefix(foreign, choice)).toBe(wanted);
});

test.each([
  [{}, 'RIVERY'],
  [{ env: { CONTRACT_ENV_PREFIX: 'PETS' } }, 'RIVERY'],
  [{ envPrefix: 'MINE' }, 'MINE'],
])("with %j those of the project's own spec begin with %s", (choice, wanted) => {
  expect(toEnvPrefix(own, choice)).toBe(wanted);
});

test("the project's own spec is known by its real path, and a copy of it is foreign", async () => {
  await withFiles({ 'copy.yaml': '' }, async (folder) => {
    const link = join(folder, 'link.yaml');
    symlinkSync(resolve(rivery), link);
    expect(toEnvPrefix({ ...own, file: link }, {})).toBe('RIVERY');
    expect(toEnvPrefix({ ...own, file: join(folder, 'copy.yaml') }, {})).toBe('CONTRACT');
    expect(toEnvPrefix({ ...own, file: join(folder, 'gone.yaml') }, {})).toBe('CONTRACT');
  });
});

test.each(['', 'aws', '1A', 'A-B', 'A=B\nC'])('%j is no prefix', (text) => {
  expect(() => toEnvPrefix(foreign, { envPrefix: text })).toThrow(/^--env-prefix is not a valid prefix/);
  if (text !== '') {
    const env = { CONTRACT_ENV_PREFIX: text };
    expect(() => toEnvPrefix(foreign, { env })).toThrow(/^CONTRACT_ENV_PREFIX is not a valid prefix/);
  }
});

test('a spec that asks for the variables of somebody else does not get them, and is told how', () => {
  const api = toApi(foreign, toEnvPrefix(foreign, {}));
  const [region] = api.regions;
  expect(envName(api, region, 'access_key')).toBe('CONTRACT_SECRET_ACCESS_KEY');
  const advice = prefixAdvice(api, { AWS_SECRET_ACCESS_KEY: 'canary' });
  expect(advice).toMatch(/^AWS_SECRET_ACCESS_KEY is set, but not read: .* --env-prefix AWS\.$/);
  expect(advice).not.toContain('canary');
  expect(prefixAdvice(api, { AWS_SECRET_OTHER: 'x' })).toBeUndefined();
  expect(prefixAdvice(toApi(foreign, 'AWS'), { AWS_SECRET_ACCESS_KEY: 'x' })).toBeUndefined();
});
