import type { Io, Marks } from '../io/io.ts';
import type { OutputRedactor } from '../io/secrets/output-redactor.ts';
import type { Runner } from '../run/job.ts';

/** All that the program gets of the world around it. */
export type ProcessIO = Io & {
  /** Of the terminal, in characters. */
  readonly width: number;
  readonly colour: boolean;
  /** Where progress is shown. */
  readonly progress: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
  /** Standard input; nothing is read of it before it is called. */
  readonly stdin: () => NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For what takes long: resolves when the user interrupts it. */
  readonly interrupted: () => Promise<unknown>;
  /** How newman is run. */
  readonly runner: Runner;
  /** Has an exception that nobody caught told, before the process ends. */
  readonly onCrash: (tell: (error: unknown) => void) => void;
};

/** The same for commands: whatever they print goes past the guard, and is made visible. */
export type Context = Omit<ProcessIO, 'out' | 'progress'> & {
  readonly guard: OutputRedactor;
  readonly progress: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly out: (line: string, marks?: Marks) => void;
};
