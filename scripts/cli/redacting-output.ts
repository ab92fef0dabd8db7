import { Writable } from 'node:stream';
import { visible, withoutCommands } from '../base/visible.ts';
import type { Context, ProcessIO } from '../commands/context.ts';
import type { Marks } from '../io/io.ts';
import { createOutputRedactor } from '../io/secrets/output-redactor.ts';
import { rendition } from '../report/terminal/paint.ts';

/** A context whose output is redacted and free of control characters. */
export type RedactedOutput = {
  readonly context: Context;
  /** Whether the output shows a secret nonetheless, for example one that was split between two writes. */
  readonly isLeaking: () => boolean;
};

export function redactOutput(processIO: ProcessIO): RedactedOutput {
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
  const { progress } = processIO;
  const write = through((text) => progress.write(text), progress.isTTY ? [barMove] : []);
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      write(String(chunk));
      done();
    },
  });
  const context = {
    ...processIO,
    guard,
    out: through(processIO.out),
    err: through(processIO.err),
    progress: Object.assign(stream, { isTTY: progress.isTTY === true, columns: processIO.width }),
  };
  return { context, isLeaking: () => guard.isLeaking(printed.join('\n')) };
}

/** The control sequences of cli-progress (ECMA-48): it moves the cursor, clears lines and switches line wrapping. */
const barMove = String.raw`\u001b\[(?:\d*[A-DGJK]|\?7[hl])`;

/** The text with every control character made visible, except those of `marks`. */
function shownWith(marks: readonly string[], text: string): string {
  if (marks.length === 0) return visible(text);
  const mark = new RegExp(`(${marks.join('|')})`);
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 1 ? piece : visible(piece)))
    .join('');
}
