import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { redactOutput } from '../../scripts/cli/redacting-output.ts';
import { hereAndFast } from '../fixtures/run-here.ts';

type Terminal = { readonly isTTY?: boolean };

/** A context whose lines and chunks of progress are kept. */
function listening({ isTTY = false }: Terminal = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      progress.push(String(chunk));
      done();
    },
  });
  const { context } = redactOutput({
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    width: 80,
    colour: isTTY,
    progress: Object.assign(stream, { isTTY }),
    stdin: () => Readable.from([]),
    env: {},
    interrupted: () => new Promise(() => undefined),
    runner: hereAndFast,
    onCrash: () => undefined,
  });
  return { context, out, err, progress };
}

const hostile = '\u001b[31mred\u001b[39m \u009b2J \u202e\r\n::error::x';
const shown = '\\u001b[31mred\\u001b[39m \\u009b2J \\u202e\\u000d\n\\u003a:error::x';

test('whatever a command prints has no effect, be it in colour or not', () => {
  const { context, out, err, progress } = listening();
  context.out(hostile);
  context.err(hostile);
  context.progress.write(hostile);
  expect([...out, ...err, ...progress]).toEqual([shown, shown, shown]);
});

test('colours of our own are left where they are asked for, and nothing else', () => {
  const { context, out } = listening();
  context.out('\u001b[31mred\u001b[39m \u001b[1;31m \u001b[2J\n::error::x', { colours: true });
  expect(out).toEqual(['\u001b[31mred\u001b[39m \\u001b[1;31m \\u001b[2J\n\\u003a:error::x']);
});

test('commands of our own are left where they are asked for, and nothing else', () => {
  const { context, out } = listening();
  context.out('::error::\u009b\u001b[31mx', { commands: true });
  expect(out).toEqual(['::error::\\u009b\\u001b[31mx']);
});

test('a bar moves on a terminal', () => {
  const { context, progress } = listening({ isTTY: true });
  context.progress.write('\u001b[1A\u001b[0G\u001b[2K[=] 1 of 2\u001b[2;1H\u001b]0;x\u0007');
  expect(progress).toEqual(['\u001b[1A\u001b[0G\u001b[2K[=] 1 of 2\\u001b[2;1H\\u001b]0;x\\u0007']);
});
