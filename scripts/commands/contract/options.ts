import { Option } from 'commander';
import { UsageError } from '../../base/usage-error.ts';
import {
  envPrefixOption,
  given,
  many,
  parseDays,
  parsePercent,
  parseRate,
  parseSeconds,
  specSource,
} from '../option.ts';
import type { ToAdd } from '../to-add.ts';

/** What says nothing about the list of a plan. */
const forRuns = [
  ...['baseUrl', 'coverageFloor', 'baseline', 'known'],
  ...['rate', 'timeout', 'window', 'reportDir', 'quiet'],
];

export function addContract({ command, world, exit }: ToAdd): void {
  command('contract', 'run the contract suite against every region and judge each')
    .option('--simulate', 'against local regions, started for this run')
    .addOption(many('--region <name>', 'only this region; repeat for several', 'all'))
    .addOption(
      many('--base-url <region=url>', 'another base URL for a region; repeat for several', 'as described'),
    )
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--strict', 'let drift and flaky answers fail the contract')
    .option('--allow-run', 'also send what has a price')
    .option('--allow-unsafe', 'also send what might change something: DELETE and the like')
    .option(
      '--try-foreign-tokens',
      'also send a region the token of another one, which it must refuse; always done where all regions are local',
    )
    .option('--allow-http', 'send credentials by plain http, to another machine than this one, too')
    .addOption(envPrefixOption())
    .option('--coverage-floor <percent>', 'fail when less of what is documented was exercised', parsePercent)
    .option('--baseline <result.json>', 'tell what is new, and what is fixed, since that run')
    .option('--known <file>', 'accept the deviations of this table (YAML) until they expire')
    .addOption(
      new Option(
        '--only-failed <result.json>',
        'send only what failed in that run, and what it stands on',
      ).conflicts('coverageFloor'),
    )
    .option('--rate <n/min>', 'requests a minute, for each region', parseRate)
    .option('--timeout <seconds>', 'until a request is given up', parseSeconds, 60)
    .option('--window <days>', 'length of the time window that is asked for', parseDays, 7)
    .option('--report-dir <dir>', 'write result.json, junit.xml, summary.md, report.html and run.har there')
    .option('--quiet', 'no announcement, no progress, no word of waits')
    .addOption(
      new Option('--list', 'send nothing; print each request, its checks and why it is there').conflicts(
        forRuns,
      ),
    )
    .option('--json', 'the list as one JSON document')
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
        if (flags.json && !flags.list) {
          throw new UsageError('--json is for --list; the result of a run as JSON: --report-dir DIR.');
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
          exit(await list({ ...specSource(flags), json: Boolean(flags.json), ...wanted }, world));
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
        exit(await contract(options, world));
      },
    );
}
