import type { Command } from 'commander';
import type { World } from '../commands/io.ts';
import type { ExitCode } from '../exit-code.ts';

/** What a command is added with. */
export type ToAdd = {
  /** Makes a command that knows `--spec` and where its help is. */
  readonly command: (name: string, summary: string) => Command;
  readonly world: World;
  /** Takes the exit status. */
  readonly exit: (code: ExitCode) => void;
};
