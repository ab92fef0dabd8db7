import { envPrefixOption, specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

export function addDocs({ command, world, exit }: ToAdd): void {
  command('docs', 'write the documentation as a site that needs no network: guide, API reference, downloads')
    .option('--out <dir>', 'where to', 'site')
    .addOption(envPrefixOption())
    .action(async ({ out, ...flags }) => {
      const { docs } = await import('./docs.ts');
      exit(await docs({ ...specSource(flags), out }, world));
    });
}
