import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { guarded } from '../../scripts/cli/redacting-output.ts';
import { hereAndFast } from '../fixtures/run-here.ts';

type Terminal = { readonly isTTY?: boolean };

/** A world whose lines and chunks of progress are kept. */
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
  const { world } = guarded({
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
  return { world, out, err, progress };
}

const hostile = '\u001b[31mred\u001b[39m \u009b2J \u202e\r\n::error::x';
const shown = '\\u001b[31mred\\u001b[39m \\u009b2J \\u202e\\u000d\n\\u003a:error::x';

test('whatever a command prints has no effect, be it in colour or not', () => {
  const { world, out, err, progress } = listening();
  world.out(hostile);
  world.err(hostile);
  world.progress.write(hostile);
  expect([...out, ...err, ...progress]).toEqual([shown, shown, shown]);
});

test('colours of our own are left where they are asked for, and nothing else', () => {
  const { world, out } = listening();
  world.out('\u001b[31mred\u001b[39m \u001b[1;31m \u001b[2J\n::error::x', { colours: true });
  expect(out).toEqual(['\u001b[31mred\u001b[39m \\u001b[1;31m \\u001b[2J\n\\u003a:error::x']);
});

test('commands of our own are left where they are asked for, and nothing else', () => {
  const { world, out } = listening();
  world.out('::error::\u009b\u001b[31mx', { commands: true });
  expect(out).toEqual(['::error::\\u009b\\u001b[31mx']);
});

test('a bar moves on a terminal', () => {
  const { world, progress } = listening({ isTTY: true });
  world.progress.write('\u001b[1A\u001b[0G\u001b[2K[=] 1 of 2\u001b[2;1H\u001b]0;x\u0007');
  expect(progress).toEqual(['\u001b[1A\u001b[0G\u001b[2K[=] 1 of 2\\u001b[2;1H\\u001b]0;x\\u0007']);
});
