import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of `scripts/` may import, besides itself and `base/`: the table of ARCHITECTURE.md. */
const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `([a-z]+)` \|.*\| ?([a-z ]*)\|$/gm);
const allowed = Object.fromEntries([...rows].map(([, folder, names = '']) => [folder, names.trim()]));

/** Where nothing reads files, starts processes, or asks for the time. */
const pure =
  /^(model|sandbox|cases|judge|suite\/(checks|postman|samples)|commands\/(diff\/rules|sync\/workspace))\//;

const names = readdirSync('scripts', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.[jt]s$/.test(name),
);
const imports = new Map(names.map((name) => [name, importsOf(name)]));

/** Types included. Paths of our own start in `scripts/`. */
function importsOf(name: string): string[] {
  const text = readFileSync(join('scripts', name), 'utf8');
  const found = [...text.matchAll(/^(?:import|export|\} from)\b[^']*'([^']+)'|\bimport\('([^']+)'\)/gm)];
  const paths = found.map(([, path, late]) => path ?? late ?? '');
  return paths.map((path) => (path.startsWith('.') ? normalize(join(dirname(name), path)) : path));
}

const folderOf = (name: string): string => name.split('/')[0] ?? '';
const commandOf = (name: string): string => /^commands\/(\w+)\//.exec(name)?.[1] ?? '';

test('ARCHITECTURE.md has each folder of scripts/', () => {
  expect(Object.keys(allowed).toSorted()).toEqual(readdirSync('scripts').filter((name) => name !== 'bin.js'));
});

test.each(names.filter((name) => name !== 'bin.js'))('%s imports only what its folder may', (name) => {
  const own = folderOf(name);
  const may = [own, 'base', ...(allowed[own]?.split(' ') ?? [])];
  const others = (imports.get(name) ?? []).filter((path) => imports.has(path));
  expect(others.filter((path) => !may.includes(folderOf(path)))).toEqual([]);
  const commands = others.map(commandOf).filter((command) => command !== '' && command !== 'simulate');
  if (own === 'commands') expect(commands.filter((command) => command !== commandOf(name))).toEqual([]);
  if (name !== 'run/newman.ts') expect(imports.get(name)).not.toContain('newman');
  if (pure.test(name)) expect(imports.get(name)?.join()).not.toMatch(/node:(fs|child_process|process)/);
});

test('no file imports itself through others', () => {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    expect(path).not.toContain(name);
    if (done.has(name)) return;
    for (const next of imports.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
});
