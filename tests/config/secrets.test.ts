import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { toSecrets } from '../../scripts/config/secrets.ts';
import { open, withFiles } from '../fixtures/open.ts';

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
  const env = { BANK_ONE_USERNAME: 'bob', BANK_ONE_PASSWORD: ' hunter7 ', BANK_TWO_PASSWORD: 'other-one' };
  const secrets = await secretsOf(env);
  expect(secrets).toEqual(expect.arrayContaining(['hunter7', 'bob:hunter7', 'other-one']));
});

test.each(['passed', 'verdict', 'pass', 'inconclusive'])(
  'a secret that is a word of reports is refused: %s',
  async (word) => {
    await expect(secretsOf({ BANK_ONE_PASSWORD: word })).rejects.toThrow(
      /^BANK_ONE_PASSWORD is a word that reports/,
    );
  },
);
