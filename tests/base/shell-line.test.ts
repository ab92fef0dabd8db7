import { afterEach, expect, test, vi } from 'vitest';
import { programName, shellLine } from '../../scripts/base/shell-line.ts';

const start = process.argv[1] ?? '';
afterEach(() => {
  process.argv[1] = start;
  vi.restoreAllMocks();
});

test.each([
  ['from a clone', '/repo/scripts/bin.js', 'node scripts/bin.js'],
  ['installed', '/app/node_modules/.bin/rivery-contract', 'rivery-contract'],
  ['by something else', undefined, 'node scripts/bin.js'],
])('the program is called as it was started: %s', (_, started, name) => {
  expect(programName(started)).toBe(name);
});

test('a line can be pasted into a shell', () => {
  expect(shellLine('generate', [])).toBe('npm run generate');
  expect(shellLine('contract', ['--region', 'a b'])).toBe("npm run contract -- --region 'a b'");
  vi.spyOn(process, 'cwd').mockReturnValue(`${process.cwd()}/docs`);
  expect(shellLine('contract', ['--quiet'])).toBe('node ../scripts/bin.js contract --quiet');
  process.argv[1] = '/app/node_modules/.bin/rivery-contract';
  expect(shellLine('contract', ['--quiet'])).toBe('rivery-contract contract --quiet');
});
