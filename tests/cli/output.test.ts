import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import { createOutput, writeAnyway } from '../../scripts/cli/output.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: told by the system, write`), { code });
}

/** A stream that fails from the second line on. */
function failing(code: string, how: 'by an event' | 'by an exception'): Writable {
  let lines = 0;
  const stream = new Writable({
    autoDestroy: false,
    write: (chunk, _, done) => {
      lines += String(chunk) === '' ? 0 : 1;
      done(lines > 1 ? systemError(code) : null);
    },
  });
  if (how === 'by an event') return stream;
  return Object.assign(stream, {
    write: () => {
      throw systemError(code);
    },
  });
}

const lost = 'error: standard output could not be written (ENOSPC: no space left on device). ';

test.each([
  ['ENOSPC', 'by an event', ExitCode.kept, ExitCode.usage, lost],
  ['ENOSPC', 'by an exception', ExitCode.kept, ExitCode.usage, lost],
  ['ENOSPC', 'by an event', ExitCode.broken, ExitCode.broken, lost],
  ['ENOSPC', 'by an exception', ExitCode.notJudged, ExitCode.notJudged, lost],
  ['EPIPE', 'by an event', ExitCode.kept, ExitCode.kept, undefined],
  ['EPIPE', 'by an exception', ExitCode.broken, ExitCode.broken, undefined],
] as const)('%s %s: %i becomes %i', async (code, how, before, after, says) => {
  const said: string[] = [];
  const { print, finish } = createOutput(failing(code, how), (line) => said.push(line));
  for (const line of ['one', 'two', 'three']) print(line);
  expect(await finish(before)).toBe(after);
  expect(said).toHaveLength(says === undefined ? 0 : 1);
  expect(said.join()).toContain(says ?? '');
});

test('what takes everything keeps the exit status, once all is written', async () => {
  const written: string[] = [];
  const slow = new Writable({
    write: (chunk, _, done) => {
      setTimeout(() => {
        written.push(String(chunk));
        done();
      }, 5);
    },
  });
  const { print, finish } = createOutput(slow, () => expect.fail());
  print('one');
  print('two');
  expect(await finish(ExitCode.kept)).toBe(ExitCode.kept);
  expect(written.join('')).toBe('one\ntwo\n');
});

test.each(['by an event', 'by an exception'] as const)('messages that fail %s stop nothing', (how) => {
  const write = writeAnyway(failing('EIO', how));
  expect(() => ['one', 'two', 'three'].map(write)).not.toThrow();
});
