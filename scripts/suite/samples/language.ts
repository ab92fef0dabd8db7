import type { Part } from './parts.ts';

/** What is particular to the samples in one language. */
export type Language = {
  /** The name by which the renderer knows how to colour it. */
  readonly lang: string;
  readonly label: string;
  /** The generator of the library. */
  readonly generator: readonly [target: 'shell' | 'python' | 'node', client: string];
  /** Whether the generator gets the body as one text, or as data to write in the language. */
  readonly body: 'text' | 'data';
  readonly comment: string;
  /** Finds the texts in what the generator has written, with their quotes. */
  readonly quoted: RegExp;
  /** A text of the language that means exactly these pieces, with its quotes. */
  readonly quote: (parts: readonly Part[]) => string;
  /** What the generator has written, with what becomes of the answer. */
  readonly complete: (code: string) => string;
  /** What stands before it, given all that the program puts in. */
  readonly preamble: (parts: readonly Part[]) => string;
};
