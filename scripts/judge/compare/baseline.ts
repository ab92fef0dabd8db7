import { regionCaseKey } from '../../base/case-key.ts';
import { isBeyondLimit, isMorePlace } from '../../model/beyond-limit.ts';
import type { CaseResult, Difference, Finding, RunResult, Verdicts } from '../../model/run-result.ts';
import { tells } from './judged-clauses.ts';

/** What is read of the `result.json` of an earlier run. */
export type Earlier = Pick<RunResult, 'spec' | 'findings' | 'parity' | 'cases'>;

/** The result with what is new, what the baseline has too, what of it is gone, and what could not be compared. */
export function compareWith<T extends Verdicts>(result: T, baseline: Earlier): T {
  const findings = split(baseline.findings, result.findings, identityOf, isGone(result));
  const parity = split(
    baseline.parity,
    result.parity,
    identityOfDifference,
    isEqualNow(result, baseline.cases),
  );
  return {
    ...result,
    findings: findings.now,
    parity: parity.now,
    fixed: findings.gone,
    fixedParity: parity.gone,
    uncompared: findings.open,
    uncomparedParity: parity.open,
  };
}

type Split<T> = { readonly now: T[]; readonly gone: T[]; readonly open: T[] };

function split<T extends Finding | Difference>(
  before: readonly T[],
  now: readonly T[],
  identity: (one: T) => string,
  isGoneNow: (one: T) => boolean,
): Split<T> {
  const earlier = new Set(before.map(identity));
  const failed = new Set(before.filter(isFailed).map(identity));
  const isKnown = (one: T): boolean => (isFailed(one) ? failed : earlier).has(identity(one));
  const found = new Set(now.map(identity));
  const missing = before.filter((one) => !found.has(identity(one)));
  const gone = new Set(missing.filter(isGoneNow));
  return {
    now: now.map((one) => ({ ...one, since: isKnown(one) ? 'known' : 'new' })),
    gone: [...gone],
    open: missing.filter((one) => !gone.has(one)),
  };
}

/** Drift that has become failed is new. */
function isFailed(one: Finding | Difference): boolean {
  return 'severity' in one && one.severity === 'failed';
}

function isGone({ cases }: Verdicts): (finding: Finding) => boolean {
  const byPlace = new Map(cases.map((each) => [regionCaseKey(each), each]));
  return (finding) => {
    const now = byPlace.get(regionCaseKey(finding));
    return now !== undefined && tells(now, finding);
  };
}

/** Whether all answers that the difference was found in were judged again, so that it would be found again. */
function isEqualNow({ cases }: Verdicts, before: readonly CaseResult[]): (difference: Difference) => boolean {
  const comparedNow = new Set(cases.filter(isCompared).map(regionCaseKey));
  return ({ operationId, case: name, regions }) =>
    Object.keys(regions).every((region) => {
      const own = before.filter((each) => each.region === region && each.operationId === operationId);
      const answers = own.filter((each) => isCompared(each) && isPartOf(each, name));
      return answers.length > 0 && answers.every((each) => comparedNow.has(regionCaseKey(each)));
    });
}

/** As `parity/` does. */
function isCompared({ verdict }: CaseResult): boolean {
  return verdict === 'passed' || verdict === 'failed';
}

/** Whether the difference of that name is about this answer. */
function isPartOf(result: CaseResult, name: string): boolean {
  return result.case === name || `all with status ${result.status}` === name;
}

/**
 * By what a finding is known again in another run: the case, the check and the broken clause, whatever the answer
 * said this time. What could not be judged is another matter than what is broken.
 */
function identityOf(finding: Finding): string {
  const { region, operationId, case: name, check, severity, pointer } = finding;
  const kind = severity === 'failed' || severity === 'drift' ? 'broken' : severity;
  return JSON.stringify([region, operationId, name, check, kind, pointer, subjectOf(finding)]);
}

/** A difference is about the same thing, whatever the regions answer this time and however many there are beyond the limit. */
function identityOfDifference({ operationId, case: name, what, where }: Difference): string {
  return JSON.stringify([operationId, name, what, isMorePlace(where) ? 'more' : where]);
}

/** Clauses that one body can break in several ways, each of them about a property, and its name is in `expected`. */
const aboutProperties =
  /\/(?:required|dependentRequired|additionalProperties|unevaluatedProperties|propertyNames)$/;

function subjectOf({
  check,
  severity,
  message,
  pointer = '',
  expected,
  actual,
}: Finding): string | undefined {
  if (isBeyondLimit(message)) return message;
  if (check === 'leak') return leakOf(actual);
  const isNamed = check === 'undocumented' || (check === 'schema' && aboutProperties.test(pointer));
  return isNamed && severity !== 'inconclusive' ? expected : undefined;
}

/** What leaks and where, without the excerpt: `SQL in the body`. Of a header that is one by its name, just the name. */
function leakOf(actual = ''): string {
  return actual.replace(/: .*$/s, '');
}
