import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../../scripts/base/usage-error.ts';
import { readResult, requireSameApi } from '../../../scripts/commands/contract/result-file.ts';
import { toResultJson } from '../../../scripts/report/result-json.ts';
import { creator } from '../../report/creator.ts';
import { examples } from '../../report/examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
const green = toResultJson(examples['all-green'] ?? expect.fail(), creator);

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function changed(name: string, change: object): string {
  return file(name, JSON.stringify({ ...JSON.parse(green), ...change }));
}

function huge(): string {
  const path = file('huge.json', '[');
  truncateSync(path, 100_000_001);
  return path;
}

test.each(Object.entries(examples))('%s is read as it was written', async (name, result) => {
  const path = file(`${name}.json`, toResultJson(result, creator));
  const { earlier } = await readResult({ option: '--baseline', file: path });
  expect(earlier).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

test.each([
  ['a missing file', join(folder, 'none.json'), /can't be read \(ENOENT\)/],
  ['a folder', folder, /it is a folder/],
  ['a device', '/dev/zero', /it is not a regular file/],
  ['an empty file', file('empty.json', ''), /it is empty/],
  ['a huge file', huge(), /larger than 100 MB/],
  ['no JSON', file('text.json', 'a\u001b[2J\nb'), /not JSON, or it is truncated/],
  ['a result that is cut off', file('cut.json', green.slice(0, 500)), /not JSON, or it is truncated/],
  ['bytes that are no text', file('bytes.json', Buffer.from([0xff, 0xfe, 0x00])), /not JSON/],
  ['nothing but brackets', file('deep.json', '['.repeat(1_000_000)), /not JSON/],
  [
    'deep JSON',
    file('deeper.json', '['.repeat(100_000) + ']'.repeat(100_000)),
    /its top level must be object/,
  ],
  ['null', file('null.json', 'null'), /its top level must be object/],
  ['other JSON', file('other.json', '{"exitCode":0}'), /must have required property 'creator'/],
  ['a key that is unknown', changed('key.json', { '\u001b[2J\nmore': 1 }), /\(\\u001b\[2J more\)/],
  [
    'a finding without a check',
    changed('finding.json', { findings: [{ region: 'us' }] }),
    /\/findings\/0 must have/,
  ],
])('%s gives one clear line', async (_, path, wanted) => {
  const error = await readResult({ option: '--baseline', file: path }).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`no mistake of the caller's: ${error}`);
  expect(error.message).toMatch(wanted);
  expect(error.message.startsWith(`--baseline ${path}: `)).toBe(true);
  expect(error.message).toMatch(/^[^\p{Cc}]{1,800}$/u);
});

test.each([
  ['another version of the API', { title: 'Ferries', version: '9' }, 'Ferries', undefined],
  [
    'another API',
    { title: 'Trains', version: '1.2.0' },
    'Ferries',
    /it is a result of Trains, but .* describes Ferries/,
  ],
])('a result of %s', async (name, spec, title, wanted) => {
  const read = await readResult({ option: '--baseline', file: changed(`${name}.json`, { spec }) });
  const require = (): void => requireSameApi(read, { title });
  if (wanted === undefined) expect(require).not.toThrow();
  else expect(require).toThrow(wanted);
});
