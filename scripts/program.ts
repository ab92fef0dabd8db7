import { availableParallelism } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import { guarded } from './commands/guarded.ts';
import type { Outside, World } from './commands/io.ts';
import { ExitCode } from './exit-code.ts';
import { given, many, parseDays, parseJobs, parsePercent, parseRate, parseSeconds } from './option.ts';
import { readPackage } from './package.ts';
import { createRedactor } from './secrets/redact.ts';
import { UsageError } from './usage-error.ts';

const exitCodes = `
Exit status:
  0   every region keeps the contract
  1   a region breaks it, the regions differ where they must not, less is
      covered than --coverage-floor, an entry of --known no longer fails or
      has expired, or a change that \`diff\` found breaks clients
  2   the description or the generated files have problems
  3   wrong usage or configuration
  4   could not judge: unreachable, credentials refused, nothing conclusive,
      or --only-failed could not send all that failed
  70  a bug of this program, with its stack
  130 interrupted: what was judged until then is reported`;

const syncHelp = `
It needs POSTMAN_API_KEY, in the environment or in .env.

Exit status:
  0   done, or there is nothing to do; also when nothing was to be changed
  2   the description has problems
  3   wrong usage or configuration
  4   could not: unreachable, refused, or done in part only
  130 interrupted`;

/** Runs a command line. A caller's mistake is told in a line, a bug of ours with its stack; neither shows a secret. */
export async function main(argv: readonly string[], outside: Outside): Promise<ExitCode> {
  const { world, isLeaking } = guarded(outside);
  outside.onCrash((error) => tellBug(error, world));
  const code = await run(argv, world);
  if (!isLeaking()) return code;
  outside.err(
    'What was printed shows a secret: replace it. This is a bug of this program, please report it.',
  );
  return ExitCode.bug;
}

async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = ExitCode.kept;
  const exit = (result: ExitCode): void => {
    code = result;
  };
  try {
    await createProgram(world, exit).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.kept : ExitCode.usage;
    if (error instanceof UsageError) {
      world.err(`error: ${error.message}`);
      return ExitCode.usage;
    }
    tellBug(error, world);
    return ExitCode.bug;
  }
}

/** A crash may come before it is known which variables are secret. */
function tellBug(error: unknown, { err, env }: World): void {
  const named = Object.entries(env).filter(([name]) => /TOKEN|SECRET|PASSW|KEY|CREDENTIAL/i.test(name));
  const redact = createRedactor(named.flatMap(([, value]) => value ?? []));
  err('This is a bug of this program, please report it:');
  err(redact(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

/** What says nothing about the list of a plan. */
const forRuns = [
  ...['baseUrl', 'coverageFloor', 'baseline', 'known'],
  ...['rate', 'timeout', 'window', 'reportDir', 'quiet'],
];

/** Commands are loaded when they are called, so that each starts as fast as it can. */
function createProgram(world: World, exit: (code: ExitCode) => void): Command {
  const { bin, version, description, spec } = readPackage();
  const program = new Command(bin).description(description).version(version).exitOverride();
  program.configureOutput({
    writeOut: (text) => world.out(text.trimEnd()),
    writeErr: (text) => world.err(text.trimEnd()),
  });
  program.addHelpText('after', exitCodes).showHelpAfterError(`Run \`${bin} --help\` to see what there is.`);
  const command = (name: string, summary: string): Command =>
    program
      .command(name)
      .description(summary)
      .showHelpAfterError(`Run \`${bin} ${name} --help\` to see what there is.`)
      .option('--spec <file>', 'the OpenAPI 3.0 or 3.1 description', spec);

  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'where to', 'collections')
    .option('--check', 'write nothing; fail when the files there are stale')
    .action(async ({ spec: file, out, check }) => {
      const { generate } = await import('./commands/generate.ts');
      exit(await generate({ spec: file, out, check: Boolean(check) }, world));
    });

  command('sync', 'put the collections and environments into a Postman workspace')
    .option('--workspace <id|name>', 'which one; not needed where the key sees only one')
    .option('--apply', 'do it; without this nothing is changed, and what would be is printed')
    .option('--timeout <seconds>', 'until a request is given up', parseSeconds, 60)
    .option('--api <url>', "Postman's API, as https://api.eu.postman.com", 'https://api.getpostman.com')
    .addHelpText('after', syncHelp)
    .action(async ({ spec: file, workspace, apply, timeout, api }) => {
      const { sync } = await import('./commands/sync.ts');
      const options = { spec: file, apply: Boolean(apply), timeoutMs: timeout * 1000, api };
      exit(await sync({ ...options, ...given({ workspace }) }, world));
    });

  command('lint', "print the description's problems as file:line:column").action(async (options) =>
    exit(await (await import('./commands/lint.ts')).lint(options, world)),
  );

  command('env', "write a Postman environment and a .env with the ids out of a console's address")
    .requiredOption('--console-url <url>', 'the address of a page of the console, in quotes')
    .option('--out <dir>', 'where to', '.')
    .option('--force', "replace the environment, and this region's lines of .env; its other lines stay")
    .option('--token-stdin', 'read the token from standard input; a terminal does not show it')
    .action(async ({ spec: file, consoleUrl, out, ...flags }) => {
      const { env } = await import('./commands/env.ts');
      const options = { force: Boolean(flags.force), tokenStdin: Boolean(flags.tokenStdin) };
      exit(await env({ spec: file, consoleUrl, out, ...options }, world));
    });

  command('diff', 'print what changed in the contract since a git revision, and what of it breaks clients')
    .requiredOption('--base <revision>', 'a commit, branch or tag of git')
    .option('--json', 'one JSON document')
    .action(async ({ spec: file, base, json }) => {
      const { diff } = await import('./commands/diff.ts');
      exit(await diff({ spec: file, base, json: Boolean(json) }, world));
    });

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
        spec: file,
        tier,
        allowRun,
        allowUnsafe,
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
        };
        if (flags.json && !flags.list) {
          throw new UsageError('--json is for --list; the result of a run as JSON: --report-dir DIR.');
        }
        if (flags.list) {
          const { list } = await import('./commands/list.ts');
          const wanted = {
            allowed,
            regions: region,
            strict: Boolean(flags.strict),
            ...given({ onlyFailed }),
          };
          exit(await list({ spec: file, json: Boolean(flags.json), ...wanted }, world));
          return;
        }
        const { contract } = await import('./commands/contract.ts');
        const options = {
          spec: file,
          simulate,
          regions: region,
          baseUrls: baseUrl,
          windowDays: window,
          timeoutMs: timeout * 1000,
          allowed,
          strict: Boolean(flags.strict),
          quiet: Boolean(flags.quiet),
          ...given({ perMinute: rate, reportDir, coverageFloor, baseline, known, onlyFailed }),
        };
        exit(await contract(options, world));
      },
    );

  command('simulate', 'keep local regions running, for Postman or curl')
    .addOption(many('--region <name>', 'only this region; repeat for several', 'all'))
    .addOption(many('--port <region=port>', 'a port of your choice; repeat for several', 'from 4010'))
    .addOption(many('--fault <id>', 'show this fault; repeat for several', 'none'))
    .addOption(many('--fault-region <name>', 'only in this region; repeat for several', 'all'))
    .addOption(
      new Option('--list-faults', 'start nothing; print a line for each fault that there is').conflicts([
        'region',
        'port',
        'fault',
        'faultRegion',
      ]),
    )
    .action(async ({ spec: file, region, port, fault, faultRegion, listFaults }) => {
      const { simulate } = await import('./commands/simulate.ts');
      const options = {
        ...{ spec: file, regions: region, ports: port },
        ...{ faults: fault, faultRegions: faultRegion, listFaults: Boolean(listFaults) },
      };
      exit(await simulate(options, world));
    });

  command('faults', 'run the suite against every fault of the simulator and print what it catches')
    .addOption(many('--only <id>', 'only this fault; repeat for several', 'all'))
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--jobs <n>', 'processes side by side', parseJobs, availableParallelism())
    .option('--all-checks', 'go on after the first check that fails, to name all that catch a fault')
    .option('--json', 'a line of JSON for each fault instead of the matrix')
    .action(async ({ spec: file, only, tier, jobs, json, allChecks }) => {
      // Before newman is loaded: it has its timers from the start.
      const { speedUpTimers } = await import('./run/fast-timers.ts');
      speedUpTimers();
      const { faults } = await import('./commands/faults.ts');
      const flags = { json: Boolean(json), allChecks: Boolean(allChecks) };
      exit(await faults({ spec: file, only, tier, jobs, ...flags }, world));
    });

  command('docs', 'write the documentation as a site that needs no network: guide, API reference, downloads')
    .option('--out <dir>', 'where to', 'site')
    .action(async (options) => exit(await (await import('./commands/docs.ts')).docs(options, world)));

  return program;
}
