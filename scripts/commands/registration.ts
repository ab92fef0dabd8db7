import type { Command } from 'commander';
import type { ExitCode } from '../base/exit-code.ts';
import type { Context } from './context.ts';

/** What a command needs to register itself. */
export type Registration = {
  /** Creates a command with `--spec` and the other shared options. The hint follows each error in its options. */
  readonly command: (name: string, summary: string, hint?: string) => Command;
  readonly context: Context;
  /** Receives the exit code. */
  readonly exit: (code: ExitCode) => void;
};
