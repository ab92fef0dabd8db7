import type { Io, Marks } from '../io/io.ts';
import type { OutputRedactor } from '../io/secrets/output-redactor.ts';
import type { Runner } from '../run/job.ts';

/** Everything that the program uses of its process. */
export type ProcessIO = Io & {
  /** The width of the terminal, in characters. */
  readonly width: number;
  readonly colour: boolean;
  /** Where progress is shown. */
  readonly progress: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
  /** Standard input. Nothing is read before this is called. */
  readonly stdin: () => NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settles when the user interrupts the program. */
  readonly interrupted: () => Promise<unknown>;
  /** Runs newman. */
  readonly runner: Runner;
  /** Sets what reports an uncaught exception before the process exits. */
  readonly onCrash: (report: (error: unknown) => void) => void;
};

/** The same for commands: their output is redacted, and its control characters are made visible. */
export type Context = Omit<ProcessIO, 'out' | 'progress'> & {
  readonly guard: OutputRedactor;
  readonly progress: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly out: (line: string, marks?: Marks) => void;
};
