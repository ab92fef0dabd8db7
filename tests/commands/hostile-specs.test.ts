import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { call } from '../e2e/call.ts';
import { names } from '../fixtures/hostile/names.ts';
import { references } from '../fixtures/hostile/references.ts';
import type { Row } from '../fixtures/hostile/row.ts';
import { values } from '../fixtures/hostile/values.ts';
import { yaml } from '../fixtures/hostile/yaml.ts';
import { hasPrograms } from '../fixtures/programs.ts';
import { sampleOf } from '../fixtures/sample.ts';

/** Rendering takes a process of its own, which one spec is enough for. */
const stubs = vi.hoisted(() => {
  // Files before this one have loaded the modules that are mocked here.
  vi.resetModules();
  return { areUsed: true };
});

vi.mock(import('../../scripts/commands/docs/site/render.ts'), async (original) => {
  const { render, withoutExternalReferences } = await original();
  return {
    withoutExternalReferences,
    render: async (annotated) => {
      if (!stubs.areUsed) return render(annotated);
      return { head: '', body: withoutExternalReferences(annotated.document) };
    },
  };
});

/** Most specs give the bundler the same sources, and each gives them to several commands. */
vi.mock(import('../../scripts/suite/checks/bundle.ts'), async (original) => {
  const { bundle, ...others } = await original();
  const bundled = new Map<string, ReturnType<typeof bundle>>();
  return {
    ...others,
    bundle: (source) => {
      const script = bundled.get(source) ?? bundle(source);
      bundled.set(source, script);
      return script;
    },
  };
});

const canary = 'text-of-a-file-outside';
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  response.end('type: string\n');
});
let port = '';
/** Holds the spec in `api`, and there and beside it files that it must not read. */
let folder = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = String(typeof address === 'object' ? address?.port : '');
  folder = await realpath(await mkdtemp(join(tmpdir(), 'hostile-')));
  await mkdir(join(folder, 'api'));
  await writeFile(join(folder, 'outside.yaml'), `description: ${canary}\n`);
  await writeFile(join(folder, '.env'), `TOKEN: ${canary}\n`);
  await writeFile(join(folder, 'api', '.hidden.yaml'), `description: ${canary}\n`);
  await writeFile(join(folder, 'api', 'spec.txt'), `description: ${canary}\n`);
  await symlink('../outside.yaml', join(folder, 'api', 'link.yaml'));
  execFileSync('mkfifo', [join(folder, 'api', 'fifo.yaml')]);
  if (hasGit) git('init', '--quiet');
});
beforeEach(async () => {
  requests.length = 0;
  for (const name of readdirSync(folder)) if (isOut(name)) await rm(join(folder, name), { recursive: true });
});
afterAll(async () => {
  // The files after this one must not get what is mocked here.
  vi.resetModules();
  server.close();
  await rm(folder, { recursive: true });
});

const hasGit = hasPrograms('git');

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args]);
}

/** The spec as it is, in the past of `diff`. */
function commit(): void {
  git('add', 'api/openapi.yaml');
  git('commit', '--quiet', '--allow-empty', '--message', 'a');
}

function isOut(name: string): boolean {
  return name.startsWith('out-');
}

async function write(spec: Row[1]): Promise<void> {
  const filled =
    typeof spec === 'string' ? spec.replaceAll('@/', `${folder}/`).replaceAll('PORT', port) : spec;
  await writeFile(join(folder, 'api', 'openapi.yaml'), filled);
}

/** All files in the folder, with their text. */
function filesIn(): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { name: relative(folder, path), text: entry.isFile() ? readFileSync(path, 'utf8') : '' };
  });
}

const harmful = /(?![\n\t])[\p{Cc}\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;

/** Runs a command with the spec, and checks that it did no harm. Returns its exit status and first problem. */
async function outcomeOf(
  [command = '', ...args]: readonly string[],
  reason = '',
  mostSeconds = 20,
): Promise<string> {
  const before = filesIn().filter(({ name }) => !isOut(name));
  // Node prints a process's warnings itself, which nothing makes visible.
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const started = performance.now();
  const run = await call([command, '--spec', join(folder, 'api', 'openapi.yaml'), ...args]);
  const seconds = (performance.now() - started) / 1000;
  const warnings = warn.mock.calls.map(String);
  warn.mockRestore();
  const printed = `${run.err}\n${run.out}`;
  const after = filesIn();
  expect([0, 2], `${command}: ${printed}`).toContain(run.code);
  expect(printed, `${command} gives the reason`).toContain(reason);
  expect(seconds, `seconds of ${command}`).toBeLessThan(mostSeconds);
  expect(warnings, `${command} makes Node print nothing`).toEqual([]);
  expect(printed.match(harmful), `${command} prints no control character`).toBeNull();
  expect(printed.match(/^\s*(::|##\[).*/m), `${command} prints no command for a CI service`).toBeNull();
  expect(
    after.filter(({ name }) => !isOut(name)),
    `${command} writes only to --out`,
  ).toEqual(before);
  for (const { name, text } of [{ name: printed, text: '' }, ...after.filter((file) => isOut(file.name))]) {
    expect(`${name}\n${text}`.includes(canary), `${command} shows a file outside`).toBe(false);
    expect(`${name}\n${text}`.match(harmful), `${command} writes no control character`).toBeNull();
  }
  expect(requests, `${command} sends nothing`).toEqual([]);
  expect(Object.keys(Object.prototype), `${command} changes no prototype`).toEqual([]);
  const [, problem] = /^(?:\S+:\d+:\d+ )?([a-z]+(?:-[a-z]+)*) /m.exec(printed) ?? [];
  return [run.code, problem].filter((part) => part !== undefined).join(' ');
}

const out = (command: string): string[] => [command, '--out', join(folder, `out-${command}`)];

async function lintAndGenerate([, spec, lint, generate, reason]: Row): Promise<void> {
  await write(spec);
  expect([await outcomeOf(['lint'], reason), await outcomeOf(out('generate'), reason)]).toEqual([
    lint,
    generate,
  ]);
}

/** With the name by itself, for the title of the test. */
function titled(rows: readonly Row[]): [name: string, row: Row][] {
  return rows.map((row) => [row[0], row]);
}

// All commands write names, each in its own way.
const inAllCommands = new Set(sampleOf(names, 12));
test.each(titled(names))('%s', async (_, row) => {
  await lintAndGenerate(row);
  if (!inAllCommands.has(row)) return;
  const [status = ''] = row[3];
  expect(await outcomeOf(['contract', '--list'])).toMatch(new RegExp(`^${status}`));
  expect(await outcomeOf(out('docs'))).toMatch(new RegExp(`^${status}`));
  if (!hasGit) return;
  commit();
  await outcomeOf(['diff', '--base', 'HEAD']);
});

// `docs` reads the file again.
test.each(titled(yaml))('%s', async (_, row) => {
  await lintAndGenerate(row);
  expect(await outcomeOf(out('docs'))).toMatch(new RegExp(`^${row[3].slice(0, 1)}`));
});

// References are read, and values judged, before the ways of the commands part: two commands are enough.
test.each(titled([...references, ...values]))('%s', async (_, row) => {
  await lintAndGenerate(row);
});

const refused = values.filter(([, , , generate]) => /^2 (server-url|no-stray-variable)/.test(generate));

test.each(titled(refused))('contract refuses %s', async (_, [, spec, , generate]) => {
  await write(spec);
  expect(await outcomeOf(['contract', '--list'])).toBe(generate);
});

test('docs with its processes', async () => {
  const [, spec = ''] =
    names.find(([name]) => name === 'a title of options and a description of markup') ?? [];
  await write(spec);
  stubs.areUsed = false;
  try {
    expect(await outcomeOf(out('docs'), '', 90)).toMatch(/^0/);
  } finally {
    stubs.areUsed = true;
  }
});
