import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';

/** Finds the problems of one rule, each with a JSON pointer and the rule's name as its code. */
type Find = (spec: Spec) => Problem[];

/** A rule of `lint`. The members say which other commands are bound by it. */
export type LintRule = {
  /** What our own extensions say must be understood: it binds each command that reads a spec. */
  readonly extensions?: Find;
  /** What can't be sent as it is written: it binds the commands that make requests. */
  readonly requests?: Find;
  /** A house rule: it binds `lint` only. */
  readonly house?: Find;
};

/** Makes the problems of one rule: a pointer and a sentence that says what to do. */
export function reporter(
  code: string,
  severity: Problem['severity'] = 'error',
): (pointer: string, message: string) => Problem {
  return (pointer, message) => ({ code, severity, message, pointer });
}
