import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { faultsHint, many, parseJobs, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `faults` and its options. */
export function addFaults({ command, context, exit }: Registration): void {
  const summary = 'run the suite against every fault of the simulator and print which it notices';
  command('faults', summary, faultsHint())
    .addOption(many('--only <id>', 'only this fault; repeat for several', 'all'))
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--jobs <n>', 'number of processes', parseJobs, availableParallelism())
    .option('--all-checks', 'continue after the first failed check, to name every check that notices a fault')
    .option('--json', 'print a line of JSON for each fault instead of the matrix')
    .action(async ({ only, tier, jobs, json, allChecks, ...source }) => {
      // Before newman is loaded, because it keeps the timers that it finds then.
      const { speedUpTimers } = await import('../../run/fast-timers.ts');
      speedUpTimers();
      const { faults } = await import('./faults.ts');
      const flags = { json: Boolean(json), allChecks: Boolean(allChecks) };
      exit(await faults({ ...specSource(source), only, tier, jobs, ...flags }, context));
    });
}
