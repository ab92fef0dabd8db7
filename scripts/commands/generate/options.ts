import { specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

export function addGenerate({ command, world, exit }: ToAdd): void {
  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'where to', 'collections')
    .option('--check', 'write nothing; fail when the files there are stale')
    .action(async ({ out, check, ...options }) => {
      const { generate } = await import('./generate.ts');
      exit(await generate({ ...specSource(options), out, check: Boolean(check) }, world));
    });
}
