import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { many, parseJobs, specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

export function addFaults({ command, world, exit }: ToAdd): void {
  command('faults', 'run the suite against every fault of the simulator and print what it catches')
    .addOption(many('--only <id>', 'only this fault; repeat for several', 'all'))
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--jobs <n>', 'processes side by side', parseJobs, availableParallelism())
    .option('--all-checks', 'go on after the first check that fails, to name all that catch a fault')
    .option('--json', 'a line of JSON for each fault instead of the matrix')
    .action(async ({ only, tier, jobs, json, allChecks, ...source }) => {
      // Before newman is loaded: it has its timers from the start.
      const { speedUpTimers } = await import('../../run/fast-timers.ts');
      speedUpTimers();
      const { faults } = await import('./faults.ts');
      const flags = { json: Boolean(json), allChecks: Boolean(allChecks) };
      exit(await faults({ ...specSource(source), only, tier, jobs, ...flags }, world));
    });
}
