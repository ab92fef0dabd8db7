import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPrivate, writePrivate } from '../../scripts/io/private-files.ts';

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'private-'));
}

describe('what is read', () => {
  test('a file, and none', async () => {
    const path = join(folder(), 'a');
    expect(await readPrivate(path)).toBeUndefined();
    writeFileSync(path, '\ufeffä\r\n');
    expect(await readPrivate(path)).toBe('\ufeffä\r\n');
    expect(await readPrivate(join(path, 'below'))).toBeUndefined();
  });

  test.each([
    [
      'a symbolic link',
      (path: string) => symlinkSync('/dev/null', path),
      'is a symbolic link, which is not followed',
    ],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path), 'is a symbolic link'],
    ['a folder', (path: string) => mkdirSync(path), 'is not a regular file'],
    [
      'a pipe',
      (path: string) => execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path]),
      'is not a regular file',
    ],
    ['bytes', (path: string) => writeFileSync(path, Buffer.from([0xff, 0xfe])), 'is not written in UTF-8'],
  ])('%s is refused', async (_, make, wanted) => {
    const path = join(folder(), 'a');
    make(path);
    await expect(readPrivate(path)).rejects.toThrow(`\`${path}\` ${wanted}`);
  });
});

describe('what is written', () => {
  test('new files and others, for their owner alone, and nothing else', async () => {
    const at = folder();
    writeFileSync(join(at, 'b'), 'old', { mode: 0o644 });
    await writePrivate([
      { path: join(at, 'a'), text: 'new', before: undefined },
      { path: join(at, 'b'), text: 'new', before: 'old' },
    ]);
    expect(readdirSync(at)).toEqual(['a', 'b']);
    for (const name of ['a', 'b']) {
      expect(readFileSync(join(at, name), 'utf8')).toBe('new');
      expect(statSync(join(at, name)).mode & 0o777).toBe(0o600);
    }
  });

  test.each([
    ['is made meanwhile', (path: string) => writeFileSync(path, 'theirs'), 'was created in the meantime'],
    [
      'becomes a link meanwhile',
      (path: string) => symlinkSync('elsewhere', path),
      'was created in the meantime',
    ],
    ['stands in no folder', undefined, "can't be written (ENOENT: no such file or directory)"],
  ])('none, where one %s', async (_, make, wanted) => {
    const at = folder();
    writeFileSync(join(at, 'b'), 'old');
    const last = make === undefined ? join(at, 'no', 'c') : join(at, 'c');
    make?.(last);
    const before = readdirSync(at);
    const files = [
      { path: join(at, 'a'), text: 'new', before: undefined },
      { path: join(at, 'b'), text: 'new', before: 'old' },
      { path: last, text: 'new', before: undefined },
    ];
    await expect(writePrivate(files)).rejects.toThrow(`\`${last}\` ${wanted}. Nothing was written.`);
    expect(readdirSync(at)).toEqual(before);
    expect(readFileSync(join(at, 'b'), 'utf8')).toBe('old');
  });

  test('an old file stays where the new one can not take its place', async () => {
    const at = folder();
    mkdirSync(join(at, 'b'));
    const files = [
      { path: join(at, 'a'), text: 'new', before: undefined },
      { path: join(at, 'b'), text: 'new', before: 'old' },
    ];
    await expect(writePrivate(files)).rejects.toThrow('Nothing was written.');
    expect(readdirSync(at)).toEqual(['b']);
  });
});
