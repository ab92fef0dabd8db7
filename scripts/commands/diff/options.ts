import { given, parseWholeDays, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

export function addDiff({ command, context, exit }: Registration): void {
  command('diff', 'print what changed in the contract since a git revision, and which changes break clients')
    .requiredOption('--base <revision>', 'a commit, branch or tag of git')
    .option('--json', 'print one JSON document')
    .option(
      '--severity-levels <file>',
      'the severity of rules: on each line a rule and error, warning, info or none',
    )
    .option(
      '--sunset-days <days>',
      'what becomes deprecated needs an `x-sunset` at least so many days ahead',
      parseWholeDays,
    )
    .action(async ({ base, json, severityLevels, sunsetDays, ...options }) => {
      const { diff } = await import('./diff.ts');
      const policy = { ...given({ severityLevels }), ...given({ sunsetDays }) };
      exit(await diff({ ...specSource(options), ...policy, base, json: Boolean(json) }, context));
    });
}
