import { specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

export function addDiff({ command, context, exit }: Registration): void {
  command('diff', 'print what changed in the contract since a git revision, and which changes break clients')
    .requiredOption('--base <revision>', 'a commit, branch or tag of git')
    .option('--json', 'print one JSON document')
    .action(async ({ base, json, ...options }) => {
      const { diff } = await import('./diff.ts');
      exit(await diff({ ...specSource(options), base, json: Boolean(json) }, context));
    });
}
