import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A shell line that calls a command of this program from the working directory. `npm run` needs the folder of
 * package.json as the working directory; elsewhere, the line calls Node with the path of the program.
 */
export function shellLine(verb: string, args: readonly string[]): string {
  const folder = relative(process.cwd(), fileURLToPath(new URL('../../', import.meta.url)));
  const start = folder === '' ? ['npm', 'run', verb, '--'] : ['node', join(folder, 'scripts/bin.js'), verb];
  return [...start, ...args].map(quote).join(' ');
}

function quote(word: string): string {
  return /^[\w%+,./:=@-]+$/.test(word) ? word : shellQuote(word);
}

/** A text as one word of a POSIX shell, in single quotes. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
