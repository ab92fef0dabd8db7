import { specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `lint`. */
export function addLint({ command, context, exit }: Registration): void {
  command('lint', 'print the problems of the spec as file:line:column').action(async (options) =>
    exit(await (await import('./lint.ts')).lint(specSource(options), context)),
  );
}
