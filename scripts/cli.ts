import { CommanderError } from 'commander';
import type { Io, Terminal } from './commands/io.ts';
import { ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

const terminal: Terminal = {
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  progress: process.stderr,
};

const stop = new AbortController();

/** Only what runs until it is stopped listens for this; the rest ends at once, as people expect. */
process.once('SIGINT', () => {
  if (process.argv.includes('simulate')) stop.abort();
  else process.kill(process.pid, 'SIGINT');
});

try {
  const program = createProgram(io, terminal, stop.signal, (code) => {
    process.exitCode = code;
  });
  await program.parseAsync(process.argv);
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
