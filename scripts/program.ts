import { Command, InvalidArgumentError, Option } from 'commander';
import type { Io, Terminal } from './commands/io.ts';
import type { ExitCode } from './exit-code.ts';
import { readPackage } from './package.ts';

const exitCodes = `
Exit status:
  0   every region keeps the contract
  1   a region breaks it, or the regions differ where they must not
  2   the description or the generated files have problems
  3   wrong usage or configuration
  4   could not judge: unreachable, credentials refused, nothing conclusive
  70  a bug of this program, with its stack`;

/** The command line. Commands are loaded when they are called, so that each starts as fast as it can. */
export function createProgram(
  io: Io,
  terminal: Terminal,
  stop: AbortSignal,
  exit: (code: ExitCode) => void,
): Command {
  const { bin, version, description, spec } = readPackage();
  const program = new Command(bin).description(description).version(version).exitOverride();
  program.configureOutput({
    writeOut: (text) => io.out(text.trimEnd()),
    writeErr: (text) => io.err(text.trimEnd()),
  });
  program.addHelpText('after', exitCodes).showHelpAfterError(`Run \`${bin} --help\` to see what there is.`);
  const command = (name: string, summary: string): Command =>
    program
      .command(name)
      .description(summary)
      .option('--spec <file>', 'the OpenAPI 3.0 or 3.1 description', spec);

  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'where to', 'collections')
    .option('--check', 'write nothing; fail when the files there are stale', false)
    .action(async (options) => exit(await (await import('./commands/generate.ts')).generate(options, io)));

  command('lint', "print the description's problems as file:line:column").action(async (options) =>
    exit(await (await import('./commands/lint.ts')).lint(options, io)),
  );

  command('contract', 'run the contract suite against every region and judge each')
    .option('--simulate', 'against local regions, started for this run', false)
    .option('--region <name>', 'only this region; repeat for several', collect, [])
    .option('--base-url <region=url>', 'another base URL for a region; repeat for several', collect, [])
    .addOption(new Option('--tier <tier>', 'how much is sent').choices(['smoke', 'full']).default('full'))
    .option('--strict', 'let drift fail the contract', false)
    .option('--allow-run', 'also send what has a price', false)
    .option('--rate <n/min>', 'requests a minute, for each region', parseRate)
    .option('--window <days>', 'length of the time window that is asked for', parseDays, 7)
    .option('--report-dir <dir>', 'write result.json and junit.xml there')
    .option('--quiet', 'no announcement and no progress', false)
    .action(async (options) => {
      const { simulate, tier, allowRun, region, baseUrl, window, rate, ...rest } = options;
      const given = { ...rest, simulate, regions: region, baseUrls: baseUrl, windowDays: window };
      const allowed = { tier, costs: simulate || allowRun };
      const { contract } = await import('./commands/contract.ts');
      exit(await contract({ ...given, allowed, ...(rate && { perMinute: rate }) }, io, terminal));
    });

  command('simulate', 'keep local regions running, for Postman or curl')
    .option('--region <name>', 'only this region; repeat for several', collect, [])
    .option('--port <region=port>', 'a port of your choice; repeat for several', collect, [])
    .option('--fault <id>', 'show this fault; repeat for several', collect, [])
    .option('--fault-region <name>', 'only in this region; repeat for several', collect, [])
    .action(async ({ spec: file, region, port, fault, faultRegion }) => {
      const { simulate } = await import('./commands/simulate.ts');
      const options = { spec: file, regions: region, ports: port, faults: fault, faultRegions: faultRegion };
      exit(await simulate(options, io, stop));
    });

  command('docs', 'write the API reference as one offline HTML file')
    .option('--out <dir>', 'where to', 'site')
    .action(async (options) => exit(await (await import('./commands/docs.ts')).docs(options, io)));

  return program;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** `15` or `15/min` as requests a minute. */
function parseRate(text: string): number {
  const rate = Number(text.replace(/\/min$/, ''));
  if (rate > 0 && rate <= 60_000) return rate;
  throw new InvalidArgumentError('Write a number of requests a minute, as in 15/min.');
}

function parseDays(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= 3660) return days;
  throw new InvalidArgumentError('Write a number of days, as in 7.');
}
