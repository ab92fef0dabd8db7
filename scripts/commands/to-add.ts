import type { Command } from 'commander';
import type { ExitCode } from '../base/exit-code.ts';
import type { Context } from './context.ts';

/** What a command is added with. */
export type ToAdd = {
  /** Makes a command that knows `--spec` and where its help is. */
  readonly command: (name: string, summary: string) => Command;
  readonly world: Context;
  /** Takes the exit status. */
  readonly exit: (code: ExitCode) => void;
};
