import { spawn } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { clock, rightAnswer } from '../fixtures/clock.ts';
import { withFiles } from '../fixtures/open.ts';
import { withServer } from '../fixtures/server.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The program on a system that takes no files of more than 4 KiB (`ulimit -f`), and no output (`/dev/full`). */
function run(args: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  const shell = 'ulimit -f 4; exec "$0" scripts/bin.js "$@" > /dev/full';
  const child = spawn('bash', ['-c', shell, process.execPath, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

const noOutput = 'standard output could not be written (ENOSPC: no space left on device)';

test.each([
  ['kept', rightAnswer, 3],
  ['broken', { ...rightAnswer, body: '{}' }, 1],
] as const)(
  'a contract that is %s: the verdict stays, and what was lost is named',
  async (_, reply, code) => {
    const folder = await mkdtemp(join(tmpdir(), 'full-'));
    await withFiles({ 'clock.yaml': clock }, (specs) =>
      withServer(
        () => reply,
        async (url) => {
          const spec = ['--spec', join(specs, 'clock.yaml')];
          const where = ['--region', 'well', '--base-url', `well=${url}`, '--report-dir', folder];
          const ended = await run(['contract', ...spec, ...where, '--quiet']);
          expect(ended.err).toContain(noOutput);
          expect(ended.err).toContain(
            `error: \`${join(folder, 'result.json')}\` could not be written (EFBIG: file too large). Free some space`,
          );
          expect(ended.err).toContain('The verdict is unchanged');
          expect(ended.err).not.toContain('bug');
          expect(ended.code).toBe(code);
        },
      ),
    );
    const left = await readdir(folder);
    expect(left).toContain('summary.md');
    expect(left.filter((name) => name.includes('result.json') || name.endsWith('.tmp'))).toEqual([]);
  },
);

test('generate writes nothing, and says which file the system refuses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'full-'));
  await withFiles({ 'clock.yaml': clock }, async (specs) => {
    const { code, err } = await run(['generate', '--spec', join(specs, 'clock.yaml'), '--out', folder]);
    expect(err).toMatch(/error: `.*postman_collection\.json` could not be written \(EFBIG: file too large\)/);
    expect(code).toBe(3);
  });
  expect(await readdir(folder)).toEqual([]);
});
