import { Command } from 'commander';
import type { Io } from './commands/io.ts';
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
export function createProgram(io: Io, exit: (code: ExitCode) => void): Command {
  const { bin, version, description, spec } = readPackage();
  const program = new Command(bin).description(description).version(version);
  const command = (name: string, summary: string): Command =>
    program.command(name).description(summary).option('--spec <file>', 'the OpenAPI 3.0 or 3.1 description', spec);

  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'where to', 'collections')
    .option('--check', 'write nothing; fail when the files there are stale', false)
    .action(async (options) => exit(await (await import('./commands/generate.ts')).generate(options, io)));

  program.addHelpText('after', exitCodes).exitOverride();
  for (const each of program.commands) each.exitOverride();
  program.configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) });
  return program;
}
