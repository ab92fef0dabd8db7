import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { shownSecrets, toSecrets } from '../../scripts/config/secrets.ts';
import { toEnvironmentFile } from '../../scripts/suite/postman/files.ts';
import { open, openText, withFiles } from '../fixtures/open.ts';

const description = stringify({
  openapi: '3.1.0',
  info: { title: 'Bank', version: '1' },
  servers: [
    { url: 'https://a.example', 'x-region': 'one' },
    { url: 'https://b.example', 'x-region': 'two' },
  ],
  security: [{ login: [] }],
  components: { securitySchemes: { login: { type: 'http', scheme: 'basic' } } },
  paths: { '/a': { get: { operationId: 'a', responses: { 200: { description: 'A.' } } } } },
});

async function secretsOf(env: Readonly<Record<string, string>>): Promise<string[]> {
  return withFiles({ 'bank.yaml': description }, async (folder) => {
    const { api } = await open(`${folder}/bank.yaml`);
    return toSecrets(api, env);
  });
}

test('the secrets of every region are known, and what Basic authorisation makes of them', async () => {
  const env = {
    CONTRACT_ONE_USERNAME: 'bob',
    CONTRACT_ONE_PASSWORD: ' hunter7 ',
    CONTRACT_TWO_PASSWORD: 'other-one',
  };
  const secrets = await secretsOf(env);
  expect(secrets).toEqual(expect.arrayContaining(['hunter7', 'bob:hunter7', 'other-one']));
});

test.each(['passed', 'verdict', 'pass', 'inconclusive'])(
  'a secret that is a word of reports is refused: %s',
  async (word) => {
    await expect(secretsOf({ CONTRACT_ONE_PASSWORD: word })).rejects.toThrow(
      /^CONTRACT_ONE_PASSWORD has a value that is a word of every report/,
    );
  },
);

const query = { name: 'q', in: 'query', schema: {}, 'x-variable': 'access_key' };
const named = stringify({
  openapi: '3.1.0',
  info: { title: 'Bank', version: '1' },
  servers: [{ url: 'https://a.example', 'x-region': 'one' }],
  paths: {
    '/a': { get: { operationId: 'a', parameters: [query], responses: { 200: { description: 'A.' } } } },
  },
});

test.each([
  ['geheim-und-lang', ['geheim-und-lang'], 0],
  ['passed', [], 1],
  ['', [], 0],
])('a variable with the name of a secret is one: %j', async (value, secrets, warnings) => {
  const { api } = await openText(named);
  const env = { CONTRACT_ONE_ACCESS_KEY: value };
  expect(toSecrets(api, env)).toEqual(secrets);
  expect(shownSecrets(api, env)).toHaveLength(warnings);
  for (const text of shownSecrets(api, env))
    expect(text).toMatch(/^CONTRACT_ONE_ACCESS_KEY has the name of a secret/);
});

test('Postman hides the value of a variable with the name of a secret', async () => {
  const { api } = await openText(named);
  const [region = expect.fail()] = api.regions;
  const { values } = JSON.parse(toEnvironmentFile(api, region, {}).text);
  expect(values).toContainEqual({ key: 'access_key', value: '', type: 'secret', enabled: true });
});
