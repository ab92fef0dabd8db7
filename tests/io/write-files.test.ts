import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../scripts/base/usage-error.ts';
import { writeFiles } from '../../scripts/io/write-files.ts';

const long = 'n'.repeat(255);

test.each<[string, string, (folder: string) => Promise<unknown>, string]>([
  ['is a folder', 'b', (folder) => mkdir(join(folder, 'b')), 'could not be written: it is a folder. '],
  ['has a long name', long, async () => undefined, 'could not be written (ENAMETOOLONG: name too long). '],
])('where one of them %s, none is written, and nothing is left', async (_, name, prepare, says) => {
  const folder = await mkdtemp(join(tmpdir(), 'write-files-'));
  await prepare(folder);
  const before = await readdir(folder);
  const files = ['a', name, 'c'].map((one) => ({ name: one, text: one }));
  const failed: unknown = await writeFiles(folder, files).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(UsageError);
  expect(String(failed)).toContain(`\`${join(folder, name)}\` ${says}`);
  expect(await readdir(folder)).toEqual(before);
});

test('a folder that is gone is made again', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'write-files-')), 'gone', 'too');
  await writeFiles(folder, [{ name: 'a', text: 'text' }]);
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('text');
});
