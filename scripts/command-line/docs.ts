import { specSource } from './option.ts';
import type { ToAdd } from './to-add.ts';

export function addDocs({ command, world, exit }: ToAdd): void {
  command('docs', 'write the documentation as a site that needs no network: guide, API reference, downloads')
    .option('--out <dir>', 'where to', 'site')
    .action(async (options) =>
      exit(
        await (await import('../commands/docs.ts')).docs({ ...specSource(options), out: options.out }, world),
      ),
    );
}
