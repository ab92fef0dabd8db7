import { specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `generate` and its options. */
export function addGenerate({ command, context, exit }: Registration): void {
  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'folder to write to', 'collections')
    .option('--check', 'write nothing; fail if files in the folder are missing or stale')
    .action(async ({ out, check, ...options }) => {
      const { generate } = await import('./generate.ts');
      exit(await generate({ ...specSource(options), out, check: Boolean(check) }, context));
    });
}
