import { Command } from 'commander';
import type { ExitCode } from '../base/exit-code.ts';
import { readPackage } from '../base/package.ts';
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
Exit status:
  0   every region keeps the contract
  1   a region breaks it, the regions differ where they must not, less is
      covered than --coverage-floor, an entry of --known no longer fails or
      has expired, or a change that \`diff\` found breaks clients
  2   the description or the generated files have problems
  3   wrong usage or configuration, or a file or the output could not be
      written; any verdict but 0 keeps its own status
  4   could not judge: unreachable, credentials refused, nothing conclusive,
      or --only-failed could not send all that failed
  70  a bug of this program, with its stack
  130 interrupted: what was judged until then is reported;
      \`simulate\`, which runs until then, ends with 0`;

/**
 * The commands and their options. What a command does is loaded when it is called, so that each starts as fast as it can.
 * @param exit takes the exit status of the command that was called
 */
export function createProgram(world: Context, exit: (code: ExitCode) => void): Command {
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
      .option('--spec <file>', 'the OpenAPI 3.0 or 3.1 description', spec)
      .option('--ref-root <dir>', "folder that references stay in, instead of the spec's own")
      .option('--allow-remote', 'follow references to http and https, too');
  const adds = [
    ...[addGenerate, addSync, addLint, addEnv, addDiff],
    ...[addContract, addSimulate, addFaults, addDocs],
  ];
  for (const add of adds) add({ command, world, exit });
  return program;
}
