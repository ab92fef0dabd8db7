import { regionCaseKey } from '../../base/case-key.ts';
import { isBeyondLimit, isMorePlace } from '../../model/beyond-limit.ts';
import type { CaseResult, Difference, Finding, RunResult, Verdicts } from '../../model/run-result.ts';
import { allWithStatus, isCompared } from '../parity/parity.ts';
import { verifies } from './judged-clauses.ts';

/** The parts of an earlier `result.json` that are read. */
export type Earlier = Pick<RunResult, 'spec' | 'findings' | 'parity' | 'cases'>;

/** Marks each finding as new or known, and lists those of the baseline that are fixed or could not be compared. */
export function compareWith<T extends Verdicts>(result: T, baseline: Earlier): T {
  const findings = split(baseline.findings, result.findings, identityOf, isGone(result));
  const isEqual = isEqualNow(result, baseline.cases);
  const parity = split(baseline.parity, result.parity, identityOfDifference, isEqual);
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

/** Severity matters: drift that has become failed is new. */
function isFailed(one: Finding | Difference): boolean {
  return 'severity' in one && one.severity === 'failed';
}

function isGone({ cases }: Verdicts): (finding: Finding) => boolean {
  const byPlace = new Map(cases.map((each) => [regionCaseKey(each), each]));
  return (finding) => {
    const now = byPlace.get(regionCaseKey(finding));
    return now !== undefined && verifies(now, finding);
  };
}

/** Whether every response that showed the difference was compared again, so that it would have been found. */
function isEqualNow({ cases }: Verdicts, before: readonly CaseResult[]): (difference: Difference) => boolean {
  const comparedNow = new Set(cases.filter(isCompared).map(regionCaseKey));
  return ({ operationId, case: name, regions }) =>
    Object.keys(regions).every((region) => {
      const own = before.filter((each) => each.region === region && each.operationId === operationId);
      const responses = own.filter((each) => isCompared(each) && isPartOf(each, name));
      return responses.length > 0 && responses.every((each) => comparedNow.has(regionCaseKey(each)));
    });
}

/** Whether a difference in the case of that name is about this response. */
function isPartOf(result: CaseResult, name: string): boolean {
  return result.case === name || allWithStatus(result.status) === name;
}

/**
 * Identifies a finding across runs by case, check and clause. Values in the response may change from run to run, so they
 * do not count. Broken and inconclusive findings are never the same.
 */
function identityOf(finding: Finding): string {
  const { region, operationId, case: name, check, severity, pointer } = finding;
  const kind = severity === 'failed' || severity === 'drift' ? 'broken' : severity;
  return JSON.stringify([region, operationId, name, check, kind, pointer, subjectOf(finding)]);
}

/** Identifies a difference across runs. The values, and the number of differences beyond the limit, may change. */
function identityOfDifference({ operationId, case: name, what, where }: Difference): string {
  return JSON.stringify([operationId, name, what, isMorePlace(where) ? 'more' : where]);
}

/** Clauses that one body can break with several properties. `expected` names the property. */
const aboutProperties =
  /\/(?:required|dependentRequired|additionalProperties|unevaluatedProperties|propertyNames)$/;

/** Earlier versions worded it in another way; the property's name comes before it. */
const undescribed = /, (?:for|because) it is not described$/;

function subjectOf(finding: Finding): string | undefined {
  const { check, severity, message, pointer = '', expected, actual } = finding;
  if (isBeyondLimit(message)) return message;
  if (check === 'leak') return leakOf(actual);
  const isNamed = check === 'undocumented' || (check === 'schema' && aboutProperties.test(pointer));
  return isNamed && severity !== 'inconclusive' ? expected?.replace(undescribed, '') : undefined;
}

/** What leaks and where, without the excerpt: `SQL in the body`. For a header that leaks by its name, only the name. */
function leakOf(actual = ''): string {
  return actual.replace(/: .*$/s, '');
}
