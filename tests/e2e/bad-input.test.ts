import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const head =
  'openapi: 3.1.0\ninfo: { title: T, version: "1" }\nservers: [{ url: https://a.example, x-region: us }]\n';
const answer = (schema: string): string =>
  `{ "200": { description: ok, content: { application/json: { schema: ${schema} } } } }`;
const get = (id: string, schema: string): string =>
  `  /${id}:\n    get:\n      operationId: ${id}\n      responses: ${answer(schema)}\n`;
const good = file('good.yaml', `${head}paths:\n${get('a', '{ type: object }')}`);
const twice = `${get('a', '{}')}${get('b', '{}').replace('operationId: b', 'operationId: a')}`;

describe('a description that is wrong gives 2, one line each with the place, and writes nothing', () => {
  test.each([
    [
      'a missing file',
      join(folder, 'nowhere.yaml'),
      /nowhere\.yaml` can't be used: it can't be read \(ENOENT\)\. Give an OpenAPI file/,
    ],
    ['a folder', folder, /can't be used: it is a folder/],
    ['an empty file', file('empty.yaml', ''), /empty\.yaml:1:1 openapi-version/],
    ['broken YAML', file('broken.yaml', 'openapi: 3.1.0\ninfo: {\n'), /broken\.yaml:\d+:\d+ yaml-syntax/],
    ['Swagger 2', file('swagger.yaml', 'swagger: "2.0"\n'), /swagger\.yaml:1:1 openapi-version/],
    ['a list', file('list.json', '[1]'), /list\.json:1:1 openapi-version/],
    [
      'an unresolvable reference',
      file('ref.yaml', `${head}paths:\n${get('a', '{ $ref: "#/components/schemas/Nowhere" }')}`),
      /ref\.yaml:8:\d+ no-unresolved-refs .*Nowhere/,
    ],
    [
      'a schema that cannot be compiled',
      file('schema.yaml', `${head}paths:\n${get('a', '{ type: string, enum: [] }')}`),
      /schema\.yaml:8:\d+ schema-not-compilable .*non-empty/,
    ],
    [
      'a duplicate operationId',
      file('twice.yaml', `${head}paths:\n${twice}`),
      /twice\.yaml:\d+:\d+ operation-operationId-unique/,
    ],
  ])('%s', async (_, spec, wanted) => {
    const out = join(folder, 'out');
    const { code, err, out: printed } = await call(['generate', '--spec', spec, '--out', out]);
    expect(err).toMatch(wanted);
    expect(code).toBe(2);
    expect(err).not.toMatch(/^ {4}at /m);
    expect(printed).toBe('');
    expect(existsSync(out)).toBe(false);
    expect((await call(['contract', '--spec', spec])).code).toBe(2);
    expect((await call(['lint', '--spec', spec])).code).toBe(2);
  });
});

describe('wrong usage gives 3 and a line that says what to do', () => {
  test.each([
    ['an unknown option', ['generate', '--nope'], /unknown option '--nope'/],
    ['an unknown command', ['nope'], /unknown command 'nope'/],
    [
      'an unknown region',
      ['contract', '--simulate', '--region', 'mars'],
      /no region `mars`. The regions are us, eu/,
    ],
    [
      'a base URL without a region',
      ['contract', '--base-url', 'http://a.example'],
      /it has no `=`|no region/,
    ],
    ['a base URL that is none', ['contract', '--base-url', 'us=nowhere'], /us=nowhere: it is not a URL/],
    [
      'a base URL of another scheme',
      ['contract', '--base-url', 'us=ftp://a.example'],
      /must be http or https/,
    ],
    [
      'a base URL of an unknown region',
      ['contract', '--base-url', 'mars=http://a.example'],
      /no region `mars`/,
    ],
    [
      'both --simulate and --base-url',
      ['contract', '--simulate', '--base-url', 'us=http://a.example'],
      /not both/,
    ],
    ['a floor above all', ['contract', '--coverage-floor', '101'], /from 0 to 100/],
    ['a floor of nothing', ['contract', '--coverage-floor', ' '], /from 0 to 100/],
    ['a list of a region', ['contract', '--list', '--region', 'us'], /only together with --only-failed/],
    ['a strict list', ['contract', '--list', '--strict'], /only together with --only-failed/],
    [
      'a list and a report',
      ['contract', '--list', '--report-dir', 'x'],
      /cannot be used with option '--report-dir/,
    ],
    ['a rate that is none', ['contract', '--rate', 'fast'], /requests a minute from 0\.1 to 60,000, as in/],
    ['a rate that is too small', ['contract', '--rate', '0.01'], /from 0\.1 to 60,000/],
    ['a timeout of nothing', ['contract', '--timeout', ''], /seconds from 0\.1 to 3,600, as in 60/],
    ['a timeout that is too long', ['contract', '--timeout', '3601s'], /from 0\.1 to 3,600/],
    ['a window of no time', ['contract', '--window', '0'], /days from 0\.001 to 3,660, as in 7/],
    ['a part of a process', ['faults', '--jobs', '1.5'], /a whole number of processes from 1 to 64/],
    [
      'a port that is none',
      ['simulate', '--port', 'us=99999'],
      /--port us=99999: this is not a port from 1 to 65535\. Write --port REGION=PORT\./,
    ],
    [
      'a port without its region',
      ['simulate', '--port', '4010'],
      /--port 4010: it has no `=`\. Write --port REGION=PORT\./,
    ],
    [
      'two ports for a region',
      ['simulate', '--port', 'us=4010', '--port', 'us=4011'],
      /--port is given twice for `us`. Give it once/,
    ],
    [
      'two base URLs for a region',
      ['contract', '--base-url', 'us=http://a.example', '--base-url', 'us=http://b.example'],
      /--base-url is given twice for `us`/,
    ],
    [
      'a base URL with a query',
      ['contract', '--base-url', 'us=http://a.example?key=geheim'],
      /--base-url us=http:\/\/a\.example…: it must not have a query/,
    ],
    [
      'an unknown fault',
      ['simulate', '--fault', 'nope'],
      /^error: There is no fault `nope`\. List all faults with `npm run simulate -- --list-faults`\.$/,
    ],
    [
      'a region of no fault',
      ['simulate', '--fault-region', 'eu'],
      /needs a fault to show: name one with --fault/,
    ],
    [
      'a list, and a fault',
      ['simulate', '--list-faults', '--fault', 'nope'],
      /'--list-faults' cannot be used with/,
    ],
    [
      'a fault with a letter too many',
      ['faults', '--only', 'body-nulll-name'],
      /`body-nulll-name`\. Did you mean `body-null-name`\?/,
    ],
    ['an unknown tier', ['contract', '--tier', 'huge'], /smoke, full/],
    ['an API without a simulator', ['contract', '--simulate', '--spec', good], /no simulator for /],
    [
      'a report folder below a file',
      ['contract', '--simulate', '--report-dir', `${good}/x`],
      new RegExp(`^error: \`${good}\` is a file, not a folder\\. Choose another folder\\.$`, 'm'),
    ],
    [
      'a report folder that is a file',
      ['contract', '--simulate', '--report-dir', good],
      new RegExp(`^error: \`${good}\` is a file, not a folder\\. Choose another folder\\.$`, 'm'),
    ],
    [
      'a folder to generate into that is a file',
      ['generate', '--out', good],
      new RegExp(`^error: \`${good}\` is a file, not a folder`, 'm'),
    ],
    [
      'a report folder where no folder can be made',
      ['contract', '--simulate', '--report-dir', '/proc/reports/all'],
      /proc\/reports\/all` can't be written to/,
    ],
  ])('%s', async (_, args, wanted) => {
    const { code, err } = await call(args);
    expect(err).toMatch(wanted);
    expect(code).toBe(3);
    expect(err).not.toMatch(/^ {4}at /m);
  });

  test.each([
    ['contract', ['contract', '--nope'], 'contract --help'],
    ['contract', ['contract', '--rate', 'fast'], 'contract --help'],
    ['simulate', ['simulate', '--nope'], 'simulate --help'],
    ['no command', ['nope'], '--help'],
  ])('the help that is pointed to is that of %s', async (_, args, help) => {
    const { err } = await call(args);
    expect(err).toContain(`Run \`node scripts/bin.js ${help}\` for usage.`);
  });

  test('every missing variable is named, for each region, and what is wrong with the others', async () => {
    const env = { RIVERY_US_TOKEN: 't', RIVERY_US_ACCOUNT_ID: 'a/b', RIVERY_US_ENVIRONMENT_ID: '<your id>' };
    const { code, err } = await call(['contract'], env);
    expect(code).toBe(3);
    for (const name of ['TOKEN', 'ACCOUNT_ID', 'ENVIRONMENT_ID']) {
      expect(err).toContain(`RIVERY_EU_${name} is not set.`);
    }
    // A river to be read is found in the activities; one to be run is never just found.
    expect(err).not.toContain('RIVER_ID');
    expect((await call(['contract', '--allow-run'], env)).err).toContain('RIVERY_US_RIVER_ID is not set.');
    expect(err).not.toContain('RIVERY_US_TOKEN');
    expect(err).toContain('RIVERY_US_ACCOUNT_ID contains a slash');
    expect(err).toContain('--simulate');
    expect(err).not.toContain('--region');
  });

  test('who has an account in one region only is told how to run that one', async () => {
    const env = { RIVERY_US_TOKEN: 'token-1', RIVERY_US_ACCOUNT_ID: 'a', RIVERY_US_ENVIRONMENT_ID: 'b' };
    const { code, err } = await call(['contract'], env);
    expect(code).toBe(3);
    expect(err).toContain('RIVERY_EU_TOKEN is not set.');
    expect(err).toContain('run one region alone with `--region us`');
  });

  test('credentials in a base URL are refused and not repeated', async () => {
    const { code, err } = await call(['contract', '--base-url', 'us=https://me:geheim@a.example']);
    expect(code).toBe(3);
    expect(err).not.toContain('geheim');
  });
});

test('`generate --check` names missing files apart from stale ones, and how to write them', async () => {
  const out = mkdtempSync(join(tmpdir(), 'checked-'));
  const check = () => call(['generate', '--check', '--out', out]);
  const name = `${out}/rivery.postman_collection.json`;
  const remedy = `Run \`npm run generate -- --out ${out}\` and commit the result.`;
  expect((await check()).err).toContain(`${name} is missing. ${remedy}`);
  writeFileSync(name, '{}');
  const { code, err } = await check();
  expect(err).toContain(`${name} is stale. ${remedy}`);
  expect(err).toContain(`${out}/rivery.contract.postman_collection.json is missing. ${remedy}`);
  expect(code).toBe(2);
});

test('`lint` counts errors and warnings apart', async () => {
  const count = async (name: string, text: string) => (await call(['lint', '--spec', file(name, text)])).err;
  const unread = 'examples: { a: { externalValue: https://a.example/a.json } }';
  const text = readFileSync(good, 'utf8');
  const withWarning = text.replace('schema: {', `${unread}, schema: {`);
  expect(await count('errors.yaml', text)).toMatch(/^\d+ errors? in .*errors\.yaml\.$/m);
  expect(await count('both.yaml', withWarning)).toMatch(/^\d+ errors? and 1 warning in .*both\.yaml\.$/m);
});
