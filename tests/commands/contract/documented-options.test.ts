import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startProgram } from '../../e2e/program.ts';

test('docs/live-regions.md has a line for every option of `contract`', async () => {
  const { out } = await startProgram(['contract', '--help']).ended;
  const options = [...out.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name ?? '');
  expect(options.length).toBeGreaterThan(15);
  const text = readFileSync('docs/live-regions.md', 'utf8');
  const known = ['--help', '--json', '--spec'];
  const missing = options.filter((name) => !known.includes(name) && !text.includes(`\n| \`${name}`));
  expect(missing).toEqual([]);
  expect(known.filter((name) => !text.includes(`\`${name}`))).toEqual(['--help']);
});
