import { CommanderError } from 'commander';
import { ExitCode, exitCodeAfter } from '../base/exit-code.ts';
import { isRefusedBySystem, systemReason } from '../base/system-error.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Context, ProcessIO } from '../commands/context.ts';
import { createRedactor } from '../io/secrets/redact.ts';
import { createProgram } from './program.ts';
import { redactOutput } from './redacting-output.ts';

/** Runs a command line. A usage error is reported in one line, a bug with its stack; neither shows a secret. */
export async function main(argv: readonly string[], processIO: ProcessIO): Promise<ExitCode> {
  const { context, isLeaking } = redactOutput(processIO);
  processIO.onCrash((error) => reportBug(error, context));
  const code = await run(argv, context);
  if (!isLeaking()) return code;
  processIO.err(
    'The output shows a secret: replace that secret. This is a bug of this program, please report it.',
  );
  return exitCodeAfter(code, 'secret found');
}

async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = ExitCode.kept;
  const exit = (result: ExitCode): void => {
    code = result;
  };
  try {
    await createProgram(context, exit).parseAsync(argv);
    return code;
  } catch (error) {
    return reportError(error, context);
  }
}

/** Reports why a command ended early, without a verdict. */
function reportError(error: unknown, context: Context): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.kept : ExitCode.usage;
  if (error instanceof UsageError) {
    context.err(`error: ${error.message}`);
    return ExitCode.usage;
  }
  if (isRefusedBySystem(error)) {
    const where = error instanceof Error && 'path' in error ? `\`${error.path}\`: ` : '';
    context.err(`error: ${where}${systemReason(error)}. Correct that, then run this again.`);
    return ExitCode.usage;
  }
  reportBug(error, context);
  return ExitCode.bug;
}

/** A crash can happen before the spec says which variables are secret, so the names of variables decide. */
function reportBug(error: unknown, { err, env }: Context): void {
  const named = Object.entries(env).filter(([name]) => /TOKEN|SECRET|PASSW|KEY|CREDENTIAL/i.test(name));
  const redact = createRedactor(named.flatMap(([, value]) => value ?? []));
  err('This is a bug of this program, please report it:');
  err(redact(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}
