import { degreeOf } from './pattern-degree.ts';

/** Limits the length of texts for patterns whose work grows with a power of the length. */
const mostSteps = 1e7;

/** Whether a text matches a pattern (`u`); undefined if it is invalid, or might take too long. */
export function matches(pattern: string, text: string): boolean | undefined {
  const degree = degreeOf(pattern);
  if (degree === Infinity || text.length ** degree > mostSteps) return undefined;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return undefined;
  }
}

/** The regular expression engine for ajv. A text that can't be judged in bounded time matches. */
export const boundedRegExp = Object.assign(
  (
    pattern: string,
    flags: string,
  ): { readonly test: (text: string) => boolean; readonly toString: () => string } => {
    // Throws if the pattern is invalid, as ajv expects.
    new RegExp(pattern, flags);
    // ajv compares patterns by their text.
    return { test: (text) => matches(pattern, text) ?? true, toString: () => `/${pattern}/${flags}` };
  },
  { code: 'boundedRegExp' },
);
