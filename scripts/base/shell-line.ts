import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackage } from './package.ts';

/**
 * A shell line that calls a command of this program from the working directory. `npm run` needs the folder of
 * package.json as the working directory; elsewhere, the line calls the program as it was called.
 */
export function shellLine(verb: string, args: readonly string[]): string {
  const isInClone = relative(process.cwd(), root) === '' && !isInstalled(process.argv[1]);
  const start = isInClone ? `npm run ${verb}` : `${programName()} ${verb}`;
  return [start, ...(isInClone && args.length > 0 ? ['--'] : []), ...args.map(quote)].join(' ');
}

/**
 * What calls this program from the working directory: its installed name, or Node with the path of `bin.js`.
 * @param started the path that Node was started with; that of an installed program is a link with its name
 */
export function programName(started = process.argv[1]): string {
  if (isInstalled(started)) return readPackage().bin;
  return `node ${quote(join(relative(process.cwd(), root), 'scripts/bin.js'))}`;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

function isInstalled(started = ''): boolean {
  return basename(started) === readPackage().bin;
}

function quote(word: string): string {
  return /^[\w%+,./:=@-]+$/.test(word) ? word : shellQuote(word);
}

/** A text as one word of a POSIX shell, in single quotes. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
