import { ExitCode } from './exit-code.ts';
import type { Io } from './commands/io.ts';
import { UsageError } from './commands/io.ts';
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

try {
  await createProgram(io, (code) => {
    process.exitCode = code;
  }).parseAsync(process.argv);
} catch (error) {
  process.exitCode = tell(error);
}

/** Says what went wrong in a form for its reader: a caller's mistake in a line, a bug of ours with its stack. */
function tell(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.kept : ExitCode.usage;
  if (error instanceof UsageError) {
    io.err(`error: ${error.message}`);
    return ExitCode.usage;
  }
  io.err('This is a bug of this program, please report it:');
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return ExitCode.bug;
}
