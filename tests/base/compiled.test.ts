import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';

let root = '';
const builds = (): string => join(root, 'node_modules/.cache/rivery-contract');

/** A program of two lines in place of the real one. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compiled-'));
  for (const folder of ['scripts/base', 'scripts/cli', 'scripts/run', 'spec', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package.json', 'scripts/bin.js', 'scripts/base/compiled.js'])
    cpSync(file, join(root, file));
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  writeFileSync(join(root, 'scripts/run/child.ts'), '');
  writeText('first');
  writeProgram();
});

/** The program takes its text from JSON, as schemas of `spec/` are imported. */
function writeText(text: string): void {
  writeFileSync(join(root, 'spec/text.json'), JSON.stringify(text));
}

function writeProgram(mark = ''): void {
  const lines = [
    `import text from '../../spec/text.json' with { type: 'json' };`,
    `console.log(text + '${mark}', import.meta.url as string);`,
  ];
  writeFileSync(join(root, 'scripts/cli/cli.ts'), lines.join('\n'));
}

async function run(): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(root, 'scripts/bin.js')]);
  return (stdout + stderr).trim();
}

const printed = (text: string): string => `${text} ${pathToFileURL(join(root, 'scripts/cli/cli.ts')).href}`;

test('a build is used again until a source changes, and one that is a day old is deleted then', async () => {
  expect(await run()).toBe(printed('first'));
  const between = Date.now();
  expect(await run()).toBe(printed('first'));
  const [first = '', ...more] = readdirSync(builds());
  expect(more).toEqual([]);
  expect(statSync(join(builds(), first)).mtimeMs).toBeLessThan(between);

  writeText('second');
  expect(await run()).toBe(printed('second'));
  expect(readdirSync(builds())).toContain(first);

  utimesSync(join(builds(), first), 0, 0);
  writeProgram('!');
  expect(await run()).toBe(printed('second!'));
  expect(readdirSync(builds())).toHaveLength(2);
  expect(readdirSync(builds())).not.toContain(first);
});

test('processes that start at the same time all run, and leave one build', async () => {
  const all = await Promise.all([run(), run(), run()]);
  expect(all).toEqual([printed('first'), printed('first'), printed('first')]);
  expect(readdirSync(builds())).toHaveLength(1);
});

test('the program runs where no build can be written', async () => {
  writeFileSync(join(root, 'node_modules/.cache'), 'a file in place of the folder');
  expect(await run()).toBe(printed('first'));
});
