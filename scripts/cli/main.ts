import { CommanderError } from 'commander';
import { ExitCode, exitCodeAfter } from '../base/exit-code.ts';
import { isRefusedBySystem, systemReason } from '../base/system-error.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Context, ProcessIO } from '../commands/context.ts';
import { createRedactor } from '../io/secrets/redact.ts';
import { createProgram } from './program.ts';
import { guarded } from './redacting-output.ts';

/** Runs a command line. A caller's mistake is told in a line, a bug of ours with its stack; neither shows a secret. */
export async function main(argv: readonly string[], outside: ProcessIO): Promise<ExitCode> {
  const { world, isLeaking } = guarded(outside);
  outside.onCrash((error) => reportBug(error, world));
  const code = await run(argv, world);
  if (!isLeaking()) return code;
  outside.err(
    'What was printed shows a secret: replace it. This is a bug of this program, please report it.',
  );
  return exitCodeAfter(code, 'secret found');
}

async function run(argv: readonly string[], world: Context): Promise<ExitCode> {
  let code: ExitCode = ExitCode.kept;
  const exit = (result: ExitCode): void => {
    code = result;
  };
  try {
    await createProgram(world, exit).parseAsync(argv);
    return code;
  } catch (error) {
    return reportError(error, world);
  }
}

/** Says why a command ended early, without a verdict. */
function reportError(error: unknown, world: Context): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.kept : ExitCode.usage;
  if (error instanceof UsageError) {
    world.err(`error: ${error.message}`);
    return ExitCode.usage;
  }
  if (isRefusedBySystem(error)) {
    const where = error instanceof Error && 'path' in error ? `\`${error.path}\`: ` : '';
    world.err(`error: ${where}${systemReason(error)}. Correct that, and run this again.`);
    return ExitCode.usage;
  }
  reportBug(error, world);
  return ExitCode.bug;
}

/** A crash may come before it is known which variables are secret. */
function reportBug(error: unknown, { err, env }: Context): void {
  const named = Object.entries(env).filter(([name]) => /TOKEN|SECRET|PASSW|KEY|CREDENTIAL/i.test(name));
  const redact = createRedactor(named.flatMap(([, value]) => value ?? []));
  err('This is a bug of this program, please report it:');
  err(redact(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}
