import type { Validator } from './schema-error.ts';

type Pattern = { readonly test: (text: string) => boolean };

/** Steps of the engine in one check: a tenth of a second or so. */
const mostSteps = 1e8;

/** The one check that is under way: validators are functions of a value alone. */
const now = { steps: 0, untried: '' };

/**
 * A pattern whose worst case is bad: it is tried on a text only where even that takes little time, because nothing can
 * interrupt it.
 * @param degree n characters take n to the power of this; null where nobody can tell
 */
export function toPattern(source: string, degree: number | null): Pattern {
  const pattern = degree === null ? undefined : new RegExp(source, 'u');
  const test = (text: string): boolean => {
    const steps = text.length ** (degree || 1);
    now.steps += steps;
    if (pattern !== undefined && now.steps <= mostSteps) return pattern.test(text);
    now.untried = `the pattern ${source} might take for ever on a text of ${text.length} characters`;
    return true;
  };
  return { test };
}

/** Whether the value is valid, and why that can't be told where a pattern was not tried. */
export function judge(validator: Validator, value: unknown): { isValid: boolean; untold: string } {
  now.steps = 0;
  now.untried = '';
  const isValid = validator(value);
  return { isValid, untold: now.untried };
}
