import { Command } from 'commander';
import type { ExitCode } from '../base/exit-code.ts';
import { readPackage } from '../base/package.ts';
import { programName } from '../base/shell-line.ts';
import type { Context } from '../commands/context.ts';
import { addContract } from '../commands/contract/options.ts';
import { addDiff } from '../commands/diff/options.ts';
import { addDocs } from '../commands/docs/options.ts';
import { addEnv } from '../commands/env/options.ts';
import { addFaults } from '../commands/faults/options.ts';
import { addGenerate } from '../commands/generate/options.ts';
import { addLint } from '../commands/lint/options.ts';
import { addSimulate } from '../commands/simulate/options.ts';
import { addSync } from '../commands/sync/options.ts';

const exitCodes = `
Exit codes:
  0   every region keeps the contract
  1   a region breaks it, the regions differ where they must not, coverage is
      below --coverage-floor, an entry of --known no longer fails or has
      expired, or \`diff\` found a change that breaks clients
  2   the spec or the generated files have problems
  3   wrong usage or configuration, or a file or the output could not be
      written; a verdict other than 0 keeps its own exit code
  4   could not judge: unreachable, credentials refused, nothing conclusive,
      or --only-failed could not send everything that failed
  70  a bug of this program, with its stack
  130 interrupted: the report covers what was judged until then;
      \`simulate\` runs until it is interrupted, and ends with 0`;

/**
 * The commands and their options. A command's code is loaded only when the command runs, so that the start is fast.
 * @param exit receives the exit code of the command
 */
export function createProgram(context: Context, exit: (code: ExitCode) => void): Command {
  const { version, description, spec } = readPackage();
  const name = programName();
  const program = new Command(name).description(description).version(version).exitOverride();
  program.configureOutput({
    writeOut: (text) => context.out(text.trimEnd()),
    writeErr: (text) => context.err(text.trimEnd()),
  });
  program.addHelpText('after', exitCodes).showHelpAfterError(`Run \`${name} --help\` for usage.`);
  const command = (verb: string, summary: string, hint = ''): Command =>
    program
      .command(verb)
      .description(summary)
      .showHelpAfterError(`Run \`${name} ${verb} --help\` for usage.${hint === '' ? '' : ` ${hint}`}`)
      .option('--spec <file>', 'the OpenAPI 3.0 or 3.1 description (the spec)', spec)
      .option('--ref-root <dir>', "folder that references must stay in (default: the spec's folder)")
      .option('--allow-remote', 'also follow references to http and https');
  const adds = [
    ...[addGenerate, addSync, addLint, addEnv, addDiff],
    ...[addContract, addSimulate, addFaults, addDocs],
  ];
  for (const add of adds) add({ command, context, exit });
  return program;
}
