import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { consoleWellFormed } from './console-well-formed.ts';
import { contractRefers } from './contract-refers.ts';
import { contractWellFormed } from './contract-well-formed.ts';
import { envPrefixWellFormed } from './env-prefix-well-formed.ts';
import { extensionKnown, usesExtensions } from './extension-known.ts';
import { noStrayVariable } from './no-stray-variable.ts';
import { operationComplete } from './operation-complete.ts';
import { provenanceSourced, provenanceWellFormed } from './provenance-well-formed.ts';
import { rateLimitWellFormed } from './rate-limit-well-formed.ts';
import { regionsAlike, serversAlike } from './regions-alike.ts';
import { responseExemplified } from './response-exemplified.ts';
import type { LintRule } from './rule.ts';
import { secretIsVariable } from './secret-is-variable.ts';
import { variableExemplified, variableWellFormed } from './variable-well-formed.ts';

/** The rules by name; each name is also the file and the code of its problems. */
export const rules = {
  'console-well-formed': { extensions: consoleWellFormed },
  'contract-refers': { extensions: contractRefers },
  'contract-well-formed': { extensions: contractWellFormed },
  'env-prefix-well-formed': { extensions: envPrefixWellFormed },
  'extension-known': { house: extensionKnown },
  'no-stray-variable': { requests: noStrayVariable },
  'operation-complete': { house: operationComplete },
  'provenance-well-formed': { extensions: provenanceWellFormed, house: provenanceSourced },
  'rate-limit-well-formed': { extensions: rateLimitWellFormed },
  'regions-alike': { extensions: regionsAlike, house: serversAlike },
  'response-exemplified': { house: responseExemplified },
  'secret-is-variable': { house: secretIsVariable },
  'variable-well-formed': { extensions: variableWellFormed, house: variableExemplified },
} as const satisfies Readonly<Record<string, LintRule>>;

/** The problems that the rules of these kinds find, in the order of the file. */
export function lint(
  spec: Spec,
  kinds: readonly (keyof LintRule)[] = ['extensions', 'requests', 'house'],
): Problem[] {
  const all: readonly LintRule[] = Object.values(rules);
  return all
    .flatMap((rule) => kinds.flatMap((kind) => rule[kind]?.(spec) ?? []))
    .map((problem) => ({ ...problem, location: spec.locate(problem.pointer ?? '') }))
    .toSorted(
      (a, b) =>
        a.location.line - b.location.line ||
        a.location.column - b.location.column ||
        a.code.localeCompare(b.code, 'en'),
    );
}

/** The problems of our own extensions. Returns early for a spec without extensions. */
export function lintExtensions(spec: Spec): Problem[] {
  return usesExtensions(spec.bundle) ? lint(spec, ['extensions']) : [];
}
