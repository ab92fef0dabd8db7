import { Option } from 'commander';
import { shellLine } from '../../base/shell-line.ts';
import { UsageError } from '../../base/usage-error.ts';
import {
  envPrefixOption,
  faultsHint,
  given,
  many,
  parseDays,
  parsePercent,
  parseRate,
  parseSeconds,
  specSource,
} from '../option.ts';
import type { Registration } from '../registration.ts';

/** Options that have no effect on `--list`. */
const forRuns = [
  ...['baseUrl', 'coverageFloor', 'baseline', 'known'],
  ...['rate', 'timeout', 'window', 'reportDir', 'quiet'],
];

export function addContract({ command, context, exit }: Registration): void {
  command('contract', 'run the contract suite against every region and judge each')
    .option('--simulate', 'run against local regions, started for this run')
    .addOption(many('--region <name>', 'only this region; repeat for several', 'all'))
    .addOption(
      many('--base-url <region=url>', 'another base URL for a region; repeat for several', 'from the spec'),
    )
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--strict', 'fail on drift and flaky responses')
    .option('--allow-run', 'also send requests that cost money')
    .option('--allow-unsafe', 'also send requests that may change data, such as DELETE')
    .option(
      '--try-foreign-tokens',
      'also send a region the token of another one, which it must refuse; always done if all regions are local',
    )
    .option('--allow-http', 'send credentials over plain http to other machines, too')
    .addOption(envPrefixOption())
    .option('--coverage-floor <percent>', 'fail if the run covers less of the spec', parsePercent)
    .option('--baseline <result.json>', 'report what is new and what is fixed since that run')
    .option('--known <file>', 'accept the deviations in this table (YAML) until they expire')
    .addOption(
      new Option(
        '--only-failed <result.json>',
        'send only what failed in that run, and its dependencies',
      ).conflicts('coverageFloor'),
    )
    .option('--rate <n/min>', 'requests per minute and region', parseRate)
    .option('--timeout <seconds>', 'give up a request after this time', parseSeconds, 60)
    .option('--window <days>', 'length of the requested time window', parseDays, 7)
    .option(
      '--report-dir <dir>',
      'write result.json, junit.xml, summary.md, report.html and run.har to this folder',
    )
    .option('--quiet', 'print no announcement, no progress and no waits')
    .addOption(
      new Option('--list', 'send nothing; print each request, its checks and the reason for it').conflicts(
        forRuns,
      ),
    )
    .option('--json', 'print the list as one JSON document')
    // Only to say where faults are shown.
    .addOption(new Option('--fault [id]').hideHelp())
    .addOption(new Option('--fault-region [name]').hideHelp())
    .action(
      async ({
        tier,
        allowRun,
        allowUnsafe,
        tryForeignTokens,
        allowHttp,
        region,
        baseUrl,
        window,
        timeout,
        rate,
        reportDir,
        coverageFloor,
        baseline,
        known,
        onlyFailed,
        ...flags
      }) => {
        const simulate = Boolean(flags.simulate);
        const allowed = {
          tier,
          costs: simulate || Boolean(allowRun),
          unsafe: simulate || Boolean(allowUnsafe),
          foreignTokens: simulate || Boolean(tryForeignTokens),
        };
        if (flags.fault !== undefined || flags.faultRegion !== undefined) {
          const start = shellLine('simulate', ['--fault', 'ID']);
          throw new UsageError(
            `\`contract\` shows no faults. Start regions with a fault, \`${start}\`, and run the command that it prints. ${faultsHint()}`,
          );
        }
        if (flags.json && !flags.list) {
          throw new UsageError(
            '--json works only with --list. For the result of a run as JSON, use --report-dir DIR.',
          );
        }
        if (flags.list) {
          const { list } = await import('./list.ts');
          const wanted = {
            allowed,
            simulate,
            regions: region,
            strict: Boolean(flags.strict),
            ...given({ onlyFailed }),
          };
          exit(await list({ ...specSource(flags), json: Boolean(flags.json), ...wanted }, context));
          return;
        }
        const { contract } = await import('./contract.ts');
        const options = {
          ...specSource(flags),
          simulate,
          regions: region,
          baseUrls: baseUrl,
          windowDays: window,
          timeoutMs: timeout * 1000,
          allowed,
          allowHttp: Boolean(allowHttp),
          strict: Boolean(flags.strict),
          quiet: Boolean(flags.quiet),
          ...given({ perMinute: rate, reportDir, coverageFloor, baseline, known, onlyFailed }),
        };
        exit(await contract(options, context));
      },
    );
}
