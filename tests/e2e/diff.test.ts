import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as always, describe, expect } from 'vitest';
import { rivery } from '../fixtures/open.ts';
import { hasPrograms } from '../fixtures/programs.ts';
import { call } from './call.ts';
import { startProgram } from './program.ts';

/** Each test makes a repository, or says what is wrong with one. */
const test = always.skipIf(!hasPrograms('git'));

const shop = readFileSync(new URL('../commands/diff/rules/base.yaml', import.meta.url), 'utf8');
const name = 'my api/shop.yaml';

type Repository = {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly git: (...args: readonly string[]) => string;
};

/** A git repository with one commit of these files. */
function repository(files: Readonly<Record<string, string>>): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'diff-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (some: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(some)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  };
  write(files);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The shop');
  return { folder, write, git };
}

/** What the program prints when it is called in the folder; commits are shown as `COMMIT`. */
async function run(folder: string, ...args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const before = process.cwd();
  process.chdir(folder);
  const { code, out, err } = await call(['diff', ...args], { PATH, HOME }).finally(() =>
    process.chdir(before),
  );
  const shown = (text: string): string =>
    text.replace(/\b[0-9a-f]{8}(?:[0-9a-f]{32})?\b/g, 'COMMIT').replace(/.$/, '$&\n');
  return { code, out: shown(out), err: shown(err) };
}

test('nothing changed', async () => {
  const { folder } = repository({ [name]: shop });
  expect(await run(folder, '--base', 'main', '--spec', name)).toEqual({
    code: 0,
    err: '',
    out: 'Shop 1.0.0, against main (COMMIT)\n\nNothing changed in the contract since main.\n',
  });
});

test('in a hook that git told of another repository', async () => {
  const { folder } = repository({ [name]: shop });
  const told = { GIT_DIR: join(folder, 'elsewhere'), GIT_INDEX_FILE: 'elsewhere', GIT_PREFIX: 'my api/' };
  const called = startProgram(['diff', '--base', 'main', '--spec', name], told, folder);
  const { code, err } = await called.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('a description that changed', () => {
  const changed = shop
    .replace('version: 1.0.0', 'version: 2.0.0\n  description: A shop.')
    .replace('enum: [open, paid, lost]', 'enum: [open, paid, lost, sent]')
    .replace('required: [title]', 'required: [title, price]')
    .replace('        note:\n          type: [string, "null"]\n', '        note:\n          type: string\n')
    .replace('  /orders/{order_id}:\n    get:', '  /orders/{order_id}:\n    delete:');

  test('is told whole, what breaks first', async () => {
    const { folder, write } = repository({ [name]: shop });
    write({ [name]: changed });
    const { code, out, err } = await run(folder, '--base', 'HEAD', '--spec', name);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    await expect(out).toMatchFileSnapshot('golden/diff.txt');
  });

  test('as one JSON document', async () => {
    const { folder, write } = repository({ [name]: shop });
    write({ [name]: changed });
    const { code, out, err } = await run(folder, '--base', 'HEAD', '--spec', name, '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { changes, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      spec: { file: name, title: 'Shop', version: '2.0.0' },
      base: { revision: 'HEAD', commit: 'COMMIT', version: '1.0.0' },
      operations: ['listOrders', 'createOrder', 'getOrder'],
      texts: 1,
      hidden: 0,
    });
    expect(changes[0]).toEqual({
      breaking: true,
      severity: 'error',
      rule: 'operation-moved',
      text: 'is now `DELETE /orders/{order_id}` instead of `GET /orders/{order_id}`',
      operations: ['getOrder'],
      location: { file: name, line: 90, column: 5 },
    });
  });

  test('in a way that breaks nobody gives 0', async () => {
    const { folder, write } = repository({ [name]: shop });
    write({ [name]: shop.replace('maximum: 100', 'maximum: 200') });
    const { code, out } = await run(folder, '--base', 'main', '--spec', name);
    expect(code).toBe(0);
    expect(out).toContain('Nothing breaks since main: 1 change.');
  });
});

describe('a severity file', () => {
  const changed = shop.replace('enum: [open, paid, lost]', 'enum: [open, lost]');

  test.each([
    ['', 1, '2 changes'],
    ['request-enum-narrowed warning\n', 0, 'Nothing breaks since main: 1 change, 1 warning.'],
    ['request-enum-narrowed none\n', 0, '1 change is left out by the severity file.'],
    ['response-enum-narrowed error\nversion-not-raised none\n', 1, '2 changes since main break clients.'],
  ])('%j', async (levels, code, wanted) => {
    const { folder, write } = repository({ [name]: shop });
    write({ [name]: changed, 'levels.txt': `# ours\n${levels}` });
    const all = await run(folder, '--base', 'main', '--spec', name, '--severity-levels', 'levels.txt');
    expect(all).toMatchObject({ code, err: '' });
    if (levels !== '') expect(all.out).toContain(wanted);
    expect(all.out.includes('version-not-raised')).toBe(code === 1 && !levels.includes('version'));
  });

  test.each([
    ['levels.txt', /^levels\.txt:2:1 severity-file There is no rule `operation-removd`\. Did you mean/],
    ['nowhere.txt', /^error: --severity-levels nowhere\.txt: it can't be read \(ENOENT\)\.$/m],
  ])('%s that is no such file', async (file, wanted) => {
    const { folder, write } = repository({ [name]: shop });
    write({ 'levels.txt': '# ours\noperation-removd none\n' });
    const { code, out, err } = await run(folder, '--base', 'main', '--spec', name, '--severity-levels', file);
    expect(err).toMatch(wanted);
    expect({ code, out }).toEqual({ code: 3, out: '' });
  });

  test('a grace period that is not a number', async () => {
    const { code, err } = await run('.', '--base', 'main', '--spec', rivery, '--sunset-days', 'x');
    expect(err).toContain('Write a whole number of days from 0 to 3,660, as in 180.');
    expect(code).toBe(3);
  });
});

test('a description of several files is compared with all of them as they were', async () => {
  const of = (file: string): string => shop.replaceAll('"#/components/schemas/State"', `"${file}"`);
  const { folder, write, git } = repository({
    'api/shop.yaml': of('../shared/state.yaml'),
    'shared/state.yaml': 'type: string\nenum: [open, paid, lost]\n',
  });
  write({ 'shared/state.yaml': 'type: string\nenum: [open, paid]\n' });
  const { code, out } = await run(folder, '--base', 'main', '--spec', 'api/shop.yaml', '--ref-root', '.');
  expect(out).toContain('no longer accepts `lost`');
  expect(code).toBe(1);
  expect(git('status', '--porcelain')).toBe(' M shared/state.yaml\n');
  expect(readdirSync(tmpdir()).filter((one) => one.startsWith('checkout-'))).toEqual([]);
});

describe('a symbolic link', () => {
  const linked = shop.replaceAll('#/components/schemas/State', 'parts/state.yaml');
  const state = 'type: string\nenum: [open, paid, lost]\n';

  test('to a folder is followed to what was there', async () => {
    const { folder, write, git } = repository({ 'api/shop.yaml': linked, 'shared/state.yaml': state });
    symlinkSync('../shared', join(folder, 'api/parts'));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A link');
    write({ 'shared/state.yaml': 'type: string\nenum: [open, paid]\n' });
    const { code, out, err } = await run(
      folder,
      '--base',
      'main',
      '--spec',
      'api/shop.yaml',
      '--ref-root',
      '.',
    );
    expect(out).toContain('no longer accepts `lost`');
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test.each([
    ['out of the repository', (elsewhere: string) => ({ 'api/parts': elsewhere })],
    [
      'out of it by another link',
      (elsewhere: string) => ({ 'a/b': '..', 'api/parts': `../a/b/../${basename(elsewhere)}` }),
    ],
  ])('that leads %s is not followed', async (_, linksTo) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'diff-'));
    writeFileSync(join(elsewhere, 'state.yaml'), state);
    const { folder, git } = repository({ 'api/shop.yaml': linked, 'a/a.txt': 'a' });
    for (const [link, target] of Object.entries(linksTo(elsewhere))) symlinkSync(target, join(folder, link));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A link');
    const { code, out, err } = await run(
      folder,
      '--base',
      'main',
      '--spec',
      'api/shop.yaml',
      '--ref-root',
      '..',
    );
    expect(err.split('\n')[0]).toBe(
      "main:api/shop.yaml:32:13 no-unresolved-refs Can't resolve $ref to `parts/state.yaml`: it can't be read (ENOENT).",
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

test("Rivery's own: a value that a filter no longer takes, and a property that is gone", async () => {
  const text = readFileSync(rivery, 'utf8');
  const { folder, write } = repository({ 'rivery.yaml': text });
  write({
    'rivery.yaml': text
      .replace(
        'enum: [pending, running, succeed, failed, canceled, succeeded]',
        'enum: [pending, running, failed, canceled, succeeded]',
      )
      .replace(/required: \[river_id\]/, 'required: [river_id, priority]'),
  });
  const { code, out, err } = await run(folder, '--base', 'main', '--spec', 'rivery.yaml');
  expect(err).toContain('contract-refers warning');
  await expect(out).toMatchFileSnapshot('golden/diff-rivery.txt');
  expect(code).toBe(1);
});

describe('a problem of either description gives 2', () => {
  test.each([
    ['it was empty', '', shop, /main:my api\/shop\.yaml:1:1 openapi-version/],
    ['it was Swagger 2', 'swagger: "2.0"\n', shop, /main:my api\/shop\.yaml:1:1 openapi-version/],
    ['it was broken YAML', 'openapi: 3.1.0\ninfo: {\n', shop, /main:my api\/shop\.yaml:\d+:\d+ yaml-syntax/],
    [
      'it lacked what it refers to',
      shop.replace('#/components/schemas/State', 'nowhere.yaml'),
      shop,
      /main:my api\/shop\.yaml:\d+:\d+ no-unresolved-refs/,
    ],
    ['it is empty', shop, '', /^my api\/shop\.yaml:1:1 openapi-version/],
  ])('%s', async (_, before, now, wanted) => {
    const { folder, write } = repository({ [name]: before });
    write({ [name]: now });
    const { code, out, err } = await run(folder, '--base', 'main', '--spec', name);
    expect(err).toMatch(wanted);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('it is not there', async () => {
    const { folder } = repository({ [name]: shop });
    const { code, err } = await run(folder, '--base', 'main', '--spec', 'nowhere.yaml');
    expect(err).toMatch(/nowhere\.yaml` can't be used: it can't be read/);
    expect(code).toBe(2);
  });
});

test('OpenAPI 3.0 is compared with what says the same in 3.1', async () => {
  const text = shop.replaceAll(/( +)type: \[string, "null"\]/g, '$1type: string\n$1nullable: true');
  const { folder, write } = repository({ [name]: text.replace('openapi: 3.1.0', 'openapi: 3.0.3') });
  write({ [name]: shop });
  const { code, out } = await run(folder, '--base', 'main', '--spec', name);
  expect(out).toContain('Nothing changed in the contract since main.');
  expect(code).toBe(0);
});

describe('what is not there gives 3 and a line that says what to do', () => {
  test.each([
    ['an unknown revision', 'nope', /There is no revision `nope` in the repository\. Name a commit/],
    ['an option of git', '--output=pwned', /There is no revision `--output=pwned` in the repository/],
    ['nothing', '', /There is no revision `` in the repository/],
    ['a file instead of a commit', `main:${name}`, /There is no revision `main:my api/],
  ])('%s', async (_, revision, wanted) => {
    const { folder, git } = repository({ [name]: shop });
    const { code, out, err } = await run(folder, `--base=${revision}`, '--spec', name);
    expect(err).toMatch(wanted);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(git('status', '--porcelain')).toBe('');
  });

  test('no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    writeFileSync(join(folder, 'shop.yaml'), shop);
    const { code, err } = await run(folder, '--base', 'main', '--spec', 'shop.yaml');
    expect(err).toMatch(
      /^error: `shop\.yaml` is not in a git repository that can be read \(fatal: not a git/,
    );
    expect(code).toBe(3);
  });

  test('a file that is new', async () => {
    const { folder, write } = repository({ 'a.txt': 'a' });
    write({ [name]: shop });
    const { code, err } = await run(folder, '--base', 'main', '--spec', name);
    expect(err).toBe(
      'error: `my api/shop.yaml` does not exist at main, so there is nothing to compare with. Name a revision that has it.\n',
    );
    expect(code).toBe(3);
  });

  test('a history that is not here', async () => {
    const { folder, git } = repository({ [name]: shop });
    git('commit', '--quiet', '--allow-empty', '--message', 'Another');
    const first = git('rev-parse', 'HEAD~1').trim();
    const clone = mkdtempSync(join(tmpdir(), 'diff-'));
    rmSync(clone, { recursive: true });
    git('clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, clone);
    const { code, err } = await run(clone, '--base', first, '--spec', name);
    expect(err).toMatch(/run `git fetch --unshallow`, or set `fetch-depth: 0` in GitHub Actions/);
    expect(code).toBe(3);
  });

  test('no revision at all', async () => {
    const { code, err } = await run('.', '--spec', rivery);
    expect(err).toMatch(/required option '--base <revision>' not specified/);
    expect(code).toBe(3);
  });
});
