import type { Spec } from '../model/spec.ts';
import type { Problem } from '../problem.ts';
import { consoleWellFormed } from './console-well-formed.ts';
import { contractRefers } from './contract-refers.ts';
import { contractWellFormed } from './contract-well-formed.ts';
import { noStrayVariable } from './no-stray-variable.ts';
import { operationComplete } from './operation-complete.ts';
import { provenanceWellFormed } from './provenance-well-formed.ts';
import { regionsAlike } from './regions-alike.ts';
import { responseExemplified } from './response-exemplified.ts';
import type { Rule } from './rule.ts';
import { secretIsVariable } from './secret-is-variable.ts';
import { variableWellFormed } from './variable-well-formed.ts';

/** The house rules by name; each name is also the file and the code of its problems. */
export const rules = {
  'console-well-formed': consoleWellFormed,
  'contract-refers': contractRefers,
  'contract-well-formed': contractWellFormed,
  'no-stray-variable': noStrayVariable,
  'operation-complete': operationComplete,
  'provenance-well-formed': provenanceWellFormed,
  'regions-alike': regionsAlike,
  'response-exemplified': responseExemplified,
  'secret-is-variable': secretIsVariable,
  'variable-well-formed': variableWellFormed,
} as const satisfies Readonly<Record<string, Rule>>;

/** All that breaks a house rule, with its place, in the order of the file. */
export function lint(spec: Spec): Problem[] {
  return Object.values(rules)
    .flatMap((rule) => rule(spec))
    .map((problem) => ({ ...problem, location: spec.locate(problem.pointer ?? '') }))
    .toSorted(
      (a, b) =>
        a.location.line - b.location.line ||
        a.location.column - b.location.column ||
        a.code.localeCompare(b.code, 'en'),
    );
}
