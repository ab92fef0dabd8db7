import { envPrefixOption, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `docs` and its options. */
export function addDocs({ command, context, exit }: Registration): void {
  command('docs', 'write the documentation as a site that works offline: guide, API reference, downloads')
    .option('--out <dir>', 'folder to write to', 'site')
    .addOption(envPrefixOption())
    .action(async ({ out, ...flags }) => {
      const { docs } = await import('./docs.ts');
      exit(await docs({ ...specSource(flags), out }, context));
    });
}
