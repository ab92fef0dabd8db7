import { specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

export function addLint({ command, world, exit }: ToAdd): void {
  command('lint', "print the description's problems as file:line:column").action(async (options) =>
    exit(await (await import('./lint.ts')).lint(specSource(options), world)),
  );
}
