import { specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

export function addDiff({ command, world, exit }: ToAdd): void {
  command('diff', 'print what changed in the contract since a git revision, and what of it breaks clients')
    .requiredOption('--base <revision>', 'a commit, branch or tag of git')
    .option('--json', 'one JSON document')
    .action(async ({ base, json, ...options }) => {
      const { diff } = await import('./diff.ts');
      exit(await diff({ ...specSource(options), base, json: Boolean(json) }, world));
    });
}
