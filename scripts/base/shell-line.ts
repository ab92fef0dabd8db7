import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A line for a shell in the working directory that calls a command of this program. npm finds the scripts of package.json,
 * and the command the caller's `.env`, only in the folder of both; elsewhere Node is given the program.
 */
export function shellLine(verb: string, args: readonly string[]): string {
  const folder = relative(process.cwd(), fileURLToPath(new URL('../../', import.meta.url)));
  const start = folder === '' ? ['npm', 'run', verb, '--'] : ['node', join(folder, 'scripts/bin.js'), verb];
  return [...start, ...args].map(quote).join(' ');
}

function quote(word: string): string {
  return /^[\w%+,./:=@-]+$/.test(word) ? word : shellQuote(word);
}

/** A text as one word of a POSIX shell: in single quotes nothing is special. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
