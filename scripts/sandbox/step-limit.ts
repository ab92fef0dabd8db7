import { holderOf } from './numbers.ts';
import type { SchemaError, Validator } from './schema-error.ts';

type Pattern = { readonly test: (text: string) => boolean };

/** Steps of the regular expression engine in one check, about a tenth of a second. */
const mostSteps = 1e8;

/** The check that is under way. Validators take only a value, so patterns find this here. */
const now = { steps: 0, notChecked: '', assumed: true };

/**
 * A pattern with a slow worst case: it is tried only on texts that are short enough for it, because nothing can interrupt
 * it.
 * @param degree n characters take n to the power of this; null where it is unknown
 */
export function toPattern(source: string, degree: number | null): Pattern {
  if (degree === null) return toLimited(`the pattern ${source}`, /(?!)/, () => Infinity);
  return toLimited(`the pattern ${source}`, new RegExp(source, 'u'), (text) => text.length ** degree);
}

function toLimited(name: string, pattern: RegExp, stepsOf: (text: string) => number): Pattern {
  const test = (text: string): boolean => {
    now.steps += stepsOf(text);
    if (now.steps <= mostSteps) return pattern.test(text);
    now.notChecked = `${name} might take for ever on a text of ${text.length} characters`;
    return now.assumed;
  };
  return { test };
}

/**
 * The certain errors of a value, and why the rest was not checked if a pattern was not tried. In that case the value is
 * checked twice, as if the text matched and as if it did not: only errors of both checks count.
 * @param text of a number that is not in an object or array: it has all digits
 */
export function judge(
  validator: Validator,
  value: unknown,
  text = '',
): { readonly errors: readonly SchemaError[]; readonly notChecked: string } {
  const holder = holderOf(value, text);
  const check = (): void => {
    if (holder === undefined) validator(value);
    else validator(value, { instancePath: '', parentData: holder, parentDataProperty: 0, rootData: value });
  };
  const errors = errorsOf(validator, check, true);
  const { notChecked } = now;
  if (notChecked === '') return { errors, notChecked };
  const others = new Set(errorsOf(validator, check, false).map(keyOf));
  const isSure = (error: SchemaError): boolean =>
    !dependent.test(error.schemaPath) && others.has(keyOf(error));
  return { errors: errors.filter(isSure), notChecked };
}

/** Clauses that combine several results, so the same error in both checks is not certain. */
const dependent =
  /\/(not|oneOf|anyOf|if|then|else|contains|dependentSchemas|patternProperties|unevaluated\w+)(\/|$)/;

function errorsOf(validator: Validator, check: () => void, assumed: boolean): readonly SchemaError[] {
  now.steps = 0;
  now.notChecked = '';
  now.assumed = assumed;
  check();
  return validator.errors || [];
}

function keyOf({ instancePath, schemaPath, params }: SchemaError): string {
  return JSON.stringify([instancePath, schemaPath, params]);
}
