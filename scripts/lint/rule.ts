import type { Spec } from '../model/spec.ts';
import type { Problem } from '../problem.ts';

/** A house rule: what breaks it, each problem with its JSON pointer and the rule's name as code. */
export type Rule = (spec: Spec) => Problem[];

/** Makes the problems of one rule: a pointer and a sentence that says what to do. */
export function reporter(code: string): (pointer: string, message: string) => Problem {
  return (pointer, message) => ({ code, severity: 'error', message, pointer });
}
