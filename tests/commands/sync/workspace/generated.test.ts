import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toGenerated, variablesOf } from '../../../../scripts/commands/sync/workspace/generated.ts';
import { markerVariable } from '../../../../scripts/model/reserved-names.ts';

const names = new Set(['token', 'other_region_token']);

async function read(name: string) {
  return toGenerated({ name, text: await readFile(`collections/${name}`, 'utf8') }, names);
}

test('a collection goes without ids and without types of variables, and with the marker', async () => {
  const { kind, id, content, secrets } = await read('rivery.postman_collection.json');
  expect(JSON.stringify(content)).not.toMatch(/"(id|_postman_id|version)":/);
  const variables = variablesOf(kind, content);
  expect(variables.at(-1)).toEqual({ key: markerVariable, value: id, disabled: true });
  expect(variables.some((variable) => 'type' in variable)).toBe(false);
  expect([...secrets]).toEqual(['token']);
});

test('no value of a secret variable is sent, not even that of a simulator', async () => {
  const { kind, id, content, secrets: known } = await read('rivery.simulator-us.postman_environment.json');
  const variables = variablesOf(kind, content);
  expect(variables.at(-1)).toMatchObject({ key: markerVariable, value: id, enabled: false });
  const secrets = variables.filter(({ type }) => type === 'secret');
  expect(secrets.map(({ value }) => value)).toEqual(secrets.map(() => ''));
  expect(new Set(secrets.map(({ key }) => key))).toEqual(names);
  expect(known).toEqual(names);
});
