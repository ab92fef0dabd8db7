import { createSearch } from './leak.ts';
import { createRedactor } from './redact.ts';

/** Redacts secrets in output, once it knows them. */
export type OutputRedactor = {
  readonly add: (secrets: readonly string[]) => void;
  /** The text with `***` for the secrets. */
  readonly redact: (text: string) => string;
  /** Whether the text still contains a secret. */
  readonly isLeaking: (text: string) => boolean;
};

export function createOutputRedactor(): OutputRedactor {
  const known = new Set<string>();
  let [redactor, search] = [createRedactor([]), createSearch([])];
  return {
    add: (secrets) => {
      for (const secret of secrets) known.add(secret);
      [redactor, search] = [createRedactor([...known]), createSearch([...known])];
    },
    redact: (text) => redactor(text),
    isLeaking: (text) => search(text) !== undefined,
  };
}
