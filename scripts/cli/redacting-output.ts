import { Writable } from 'node:stream';
import { visible, withoutCommands } from '../base/visible.ts';
import type { Context, ProcessIO } from '../commands/context.ts';
import type { Marks } from '../io/io.ts';
import { createOutputRedactor } from '../io/secrets/output-redactor.ts';
import { rendition } from '../report/terminal/paint.ts';

/** A world in which nothing is printed that shows a secret or has an effect, and what came of it. */
export type Guarded = {
  readonly world: Context;
  /** Whether all that was printed shows a secret nonetheless. */
  readonly isLeaking: () => boolean;
};

export function guarded(outside: ProcessIO): Guarded {
  const guard = createOutputRedactor();
  const printed: string[] = [];
  const through =
    (print: (text: string) => void, marks: readonly string[] = []) =>
    (text: string, { colours = false, commands = false }: Marks = {}): void => {
      const shown = shownWith([...marks, ...(colours ? [rendition] : [])], guard.redact(text));
      const safe = commands ? shown : withoutCommands(shown);
      printed.push(safe);
      print(safe);
    };
  const { progress } = outside;
  const write = through((text) => progress.write(text), progress.isTTY ? [barMove] : []);
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      write(String(chunk));
      done();
    },
  });
  const world = {
    ...outside,
    guard,
    out: through(outside.out),
    err: through(outside.err),
    progress: Object.assign(stream, { isTTY: progress.isTTY === true, columns: outside.width }),
  };
  return { world, isLeaking: () => guard.isLeaking(printed.join('\n')) };
}

/** What cli-progress writes beside its text (ECMA-48): the cursor moves in its lines, and these are cleared and wrapped. */
const barMove = String.raw`\u001b\[(?:\d*[A-DGJK]|\?7[hl])`;

/** The text with all of it made visible but our own marks. */
function shownWith(marks: readonly string[], text: string): string {
  if (marks.length === 0) return visible(text);
  const mark = new RegExp(`(${marks.join('|')})`);
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 1 ? piece : visible(piece)))
    .join('');
}
