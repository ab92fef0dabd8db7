import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPrograms } from '../fixtures/programs.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { call } from './call.ts';

const [account, environment, river] = ['aa', 'bb', 'c1'].map((end) => `5f0000000000000000000${end}0`);
const url = `https://eu-west-1.console.rivery.io/#/river/${account}/${environment}/river/${river}?token=geheim`;
const name = 'rivery.eu.postman_environment.json';
const newEnv = (token = ''): string => `# Never commit this file. A token belongs to one region.

RIVERY_EU_TOKEN=${token}
RIVERY_EU_ACCOUNT_ID=${account}
RIVERY_EU_ENVIRONMENT_ID=${environment}
RIVERY_EU_RIVER_ID=${river}
RIVERY_EU_RUN_ID=
`;

function folder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'env-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const args = (out: string, ...more: string[]): string[] => [
  'env',
  '--console-url',
  url,
  '--out',
  out,
  ...more,
];

function textIn(at: string, file = '.env'): string {
  return readFileSync(join(at, file), 'utf8');
}

test('both files, for their owner alone, and what comes next', async () => {
  const at = join(folder(), 'new', 'er');
  const { code, out, err } = await call(args(at));
  expect([code, err]).toEqual([0, '']);
  expect(textIn(at)).toBe(newEnv());
  const generated = JSON.parse(readFileSync(`collections/${name}`, 'utf8'));
  const ids: Record<string, unknown> = { account_id: account, environment_id: environment, river_id: river };
  const values = generated.values.map((one: { key: string; value: string }) => ({
    ...one,
    value: ids[one.key] ?? one.value,
  }));
  expect(JSON.parse(textIn(at, name))).toEqual({ ...generated, values });
  for (const file of readdirSync(at)) expect(statSync(join(at, file)).mode & 0o777).toBe(0o600);
  expect(readdirSync(at)).toHaveLength(2);
  expect(out.replaceAll(at, 'DIR')).toBe(`Region eu
  token           empty
  account_id      ${account}
  environment_id  ${environment}
  river_id        ${river}
  run_id          empty; the suite takes one from the lists

Written, readable by you only. Commit neither:
  DIR/${name}
  DIR/.env

In Postman
  Import the environment and the collection, select the environment,
  and fill in what is empty.
  This file never contains \`token\`, because environments are easily shared.
  Paste it in Postman as the current value, which stays with you.

The contract suite
  Write \`token\` after RIVERY_EU_TOKEN= in that .env.
  It reads the .env of its working directory: move that file there.
  npm run contract -- --region eu`);
});

test('the next step is a line for a shell wherever it is printed', () => {
  const at = join(folder(), "it's a folder");
  mkdirSync(at);
  copyFileSync('spec/rivery.openapi.yaml', join(at, 'a b.openapi.yaml'));
  const asked = ['env', '--console-url', url, '--out', './', '--spec', 'a b.openapi.yaml'];
  const out = execFileSync(process.execPath, [resolve('scripts/bin.js'), ...asked], {
    cwd: at,
    encoding: 'utf8',
  });
  const lines = out.trimEnd().split('\n');
  expect(out).not.toContain('move that file there');
  const shown = execFileSync('/bin/sh', ['-c', `${lines.at(-1)} --help`], { cwd: at, encoding: 'utf8' });
  expect(shown).toContain('run the contract suite');
  expect(lines.at(-1)).toContain("contract --spec 'a b.openapi.yaml' --region eu");
});

describe('a token that is piped', () => {
  test.each(['abc.d', 'Bearer abc.d\n', '"abc.d"\r\n'])('%j is in .env and nowhere else', async (stdin) => {
    const at = folder();
    const { code, out, err } = await call(args(at, '--token-stdin'), {}, { stdin });
    expect([code, err]).toEqual([0, '']);
    expect(textIn(at)).toBe(newEnv('abc.d'));
    expect(textIn(at, name) + out).not.toContain('abc.d');
    expect(out).toContain('  token           in .env only\n');
  });

  test.each([
    ['', /--token-stdin: standard input had no token/],
    [' Bearer \n', /--token-stdin: standard input had no token/],
    ['<token>', /RIVERY_EU_TOKEN is still a placeholder/],
    [
      'geheim\ngeheim',
      /RIVERY_EU_TOKEN contains a control character or a line break: [^\n]+\nNothing was written/,
    ],
    ['"geheim', /RIVERY_EU_TOKEN is in quotes/],
    ['geheim\u2026', /RIVERY_EU_TOKEN contains a character beyond ASCII, which is not valid in a token/],
    ['geheim'.repeat(11_000), /Standard input has more than 64 kB: this is not a secret/],
    ['passed', /RIVERY_EU_TOKEN has a value that is a word of every report/],
  ])('%j is refused', async (stdin, wanted) => {
    const at = folder();
    const { code, err } = await call(args(at, '--token-stdin'), {}, { stdin });
    expect(err).toMatch(wanted);
    expect(err).not.toContain('geheim');
    expect([code, readdirSync(at)]).toEqual([3, []]);
  });

  test('is not read where nobody asks for it', async () => {
    const at = folder();
    await call(args(at), {}, { stdin: 'abc.d' });
    expect(textIn(at)).toBe(newEnv());
  });
});

const other =
  'RIVERY_US_TOKEN=us\nRIVERY_EU_TOKEN=old\nexport RIVERY_EU_RIVER_ID=old # mine\nRIVERY_EU_BASE_URL=https://a.example\n';

describe('what is there already', () => {
  const set = ['ACCOUNT', 'ENVIRONMENT', 'RIVER', 'RUN'].map((id) => `    RIVERY_EU_${id}_ID\n`).join('');

  test.each([
    ['.env', other, `would keep 3 other variables and set\n${set}`],
    ['.env', '# none\n', `would keep 0 other variables and set\n    RIVERY_EU_TOKEN\n${set}`],
    [name, 'o', 'would replace it\n'],
  ])('%s stays, and it is told what --force would do', async (file, text, told) => {
    const at = folder({ [file]: text });
    const { code, err } = await call(args(at));
    expect(err).toBe(
      `error: Nothing was written, because files exist already:\n  ${join(at, file)}: --force ${told}` +
        'Add --force, or name another folder: --out DIR.',
    );
    expect([code, readdirSync(at), textIn(at, file)]).toEqual([3, [file], text]);
  });

  const forced = other
    .replace('export RIVERY_EU_RIVER_ID=old # mine', `RIVERY_EU_RIVER_ID=${river}`)
    .concat(
      `\nRIVERY_EU_ACCOUNT_ID=${account}\nRIVERY_EU_ENVIRONMENT_ID=${environment}\nRIVERY_EU_RUN_ID=\n`,
    );

  test.each([
    ['the token there stays', [], '', forced, 'in .env only, as before'],
    ['a new token takes its place', ['--token-stdin'], 'new', forced.replace('=old', '=new'), 'in .env only'],
  ])('with --force %s, and all other lines do', async (_, more, stdin, wanted, told) => {
    const at = folder({ '.env': other, [name]: 'old' });
    chmodSync(join(at, '.env'), 0o644);
    const { code, out } = await call(args(at, '--force', ...more), {}, { stdin });
    expect(out).toContain(`  token           ${told}\n`);
    expect([code, readdirSync(at)]).toEqual([0, ['.env', name]]);
    expect(textIn(at)).toBe(wanted);
    expect(textIn(at, name)).toContain(river);
    expect(statSync(join(at, '.env')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['a link', (path: string) => symlinkSync('kept', path), 'is a symbolic link, which is not followed'],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path), 'is a symbolic link'],
    ['a folder', (path: string) => mkdirSync(path), 'is not a regular file'],
  ])('%s stays, even with --force', async (_, make, wanted) => {
    for (const [file, ...more] of [['.env'], [name], ['.env', '--force'], [name, '--force']]) {
      const at = folder({ kept: 'A=1\n' });
      make(join(at, file ?? ''));
      const { code, err } = await call(args(at, ...more));
      expect(err).toContain(wanted);
      expect([code, readdirSync(at).length, textIn(at, 'kept')]).toEqual([3, 2, 'A=1\n']);
    }
  });

  test('the generated environment stays without values', async () => {
    const { code, err } = await call(args('collections', '--force'));
    expect(err).toContain('is the generated environment, which must not contain values. Name another folder');
    expect([code, existsSync('collections/.env')]).toEqual([3, false]);
  });

  test('what the environment sets counts more, and that is told', async () => {
    const { code, err } = await call(args(folder()), { RIVERY_EU_RUN_ID: 'x', RIVERY_US_TOKEN: 'y' });
    expect(err).toBe('warning: the environment also sets RIVERY_EU_RUN_ID, and overrides .env.');
    expect(code).toBe(0);
  });
});

const file = join(folder({ file: '' }), 'file');

test.each([
  ['a folder below a file', args(`${file}/x`), 'is a file, not a folder'],
  ['a folder that is a file', args(file), 'is a file, not a folder'],
  ['a folder that takes none', args('/proc/nowhere'), "can't be written to"],
  ['an address that is wrong', ['env', '--console-url', 'geheim'], '--console-url: this is not a URL'],
  ['no address', ['env'], "required option '--console-url <url>' not specified"],
  ['an address without its option', ['env', url], "required option '--console-url <url>' not specified"],
  [
    'a description without a console',
    [...args(folder()), '--spec', 'tests/fixtures/shop.openapi.yaml'],
    'no usable `x-console`',
  ],
])('%s is refused', async (_, given, wanted) => {
  const { code, err } = await call(given);
  expect(err).toContain(wanted);
  expect(err).not.toMatch(/geheim|^ {4}at /m);
  expect(code).toBe(3);
});

test.skipIf(!hasPrograms('git'))(
  'git ignores both files, here and in any folder, but not those that are generated',
  () => {
    const ignored = ['.env', name, `sub/${name}`, 'sub/.env'];
    const asked = [...ignored, `collections/${name}`, '.env.example'];
    const { stdout } = spawnSync('git', ['check-ignore', '--no-index', ...asked], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(ignored);
  },
);

/** The program at a terminal of its own: what it shows after these keys, and how it ends. */
function atTerminal(at: string, keys: string): string {
  const bin = resolve('scripts/bin.js');
  const command = [process.execPath, bin, ...args(at)];
  return execFileSync('python3', ['tests/fixtures/terminal.py', 'not shown', keys, ...command], {
    encoding: 'utf8',
  });
}

describe.skipIf(!hasPrograms('terminal'))('at a terminal', () => {
  const keyed: readonly [string, string, number, string | undefined][] = [
    ['a token', 'abc.x\x7fd\r', 0, newEnv('abc.d')],
    ['what people copy along', ' "Bearer abc.d" \r', 0, newEnv('abc.d')],
    ['nothing', '\r', 0, newEnv()],
    ['the end of input', '\x04', 0, newEnv()],
    ['Ctrl-C', '\x03', 130, undefined],
    ['Ctrl-C after some letters', 'abc\x03', 130, undefined],
    ['a placeholder', '<token>\r', 3, undefined],
  ];
  test.each(sampleOf(keyed, 3))('%s is taken and not shown', (_, keys, status, wanted) => {
    const at = folder();
    const shown = atTerminal(at, keys);
    expect(shown).toMatch(/^RIVERY_EU_TOKEN, not shown \(Enter: none\): \r\n/);
    expect(shown).not.toMatch(/abc|<token/);
    expect(shown).toMatch(new RegExp(`\\[exit ${status}\\]$`));
    expect(existsSync(join(at, '.env')) ? textIn(at) : undefined).toBe(wanted);
    expect(readdirSync(at)).toHaveLength(wanted === undefined ? 0 : 2);
  });
});
