import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lint, rules } from '../../../scripts/openapi/lint/lint.ts';
import { load } from '../../../scripts/openapi/load/load.ts';

const folder = new URL('../../../scripts/openapi/lint/', import.meta.url);
const files = readdirSync(folder);

test('the spec of this project keeps every rule', async () => {
  const { spec, problems } = await load('spec/rivery.openapi.yaml');
  expect(problems).toEqual([]);
  expect(spec && lint(spec)).toEqual([]);
});

test.each(Object.keys(rules))('%s is a file, a table of tests and a line of spec/README.md', (name) => {
  expect(files).toContain(`${name}.ts`);
  expect(readdirSync(new URL('.', import.meta.url))).toContain(`${name}.test.ts`);
  expect(readFileSync('spec/README.md', 'utf8')).toContain(`| \`${name}\` |`);
});

test('no rule knows the API of this project', () => {
  for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/rivery|boomi/i);
});
