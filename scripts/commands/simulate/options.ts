import { Option } from 'commander';
import { envPrefixOption, faultsHint, many, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `simulate` and its options. */
export function addSimulate({ command, context, exit }: Registration): void {
  command('simulate', 'keep local regions running, for Postman or curl', faultsHint())
    .addOption(many('--region <name>', 'only this region; repeat for several', 'all'))
    .addOption(many('--port <region=port>', 'the port of a region; repeat for several', 'from 4010'))
    .addOption(many('--fault <id>', 'show this fault; repeat for several', 'none'))
    .addOption(many('--fault-region <name>', 'only in this region; repeat for several', 'all'))
    .addOption(
      new Option('--list-faults', 'start nothing; print a line for each fault').conflicts([
        'region',
        'port',
        'fault',
        'faultRegion',
      ]),
    )
    .addOption(envPrefixOption())
    .action(async ({ region, port, fault, faultRegion, listFaults, ...source }) => {
      const { simulate } = await import('./simulate.ts');
      const options = {
        ...{ ...specSource(source), regions: region, ports: port },
        ...{ faults: fault, faultRegions: faultRegion, listFaults: Boolean(listFaults) },
      };
      exit(await simulate(options, context));
    });
}
