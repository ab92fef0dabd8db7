import { isBeyondLimit, isMorePlace } from '../../model/beyond-limit.ts';
import type { Difference, Finding } from '../../model/run-result.ts';

/**
 * By what a finding is known again in another run: the case, the check and the broken clause, whatever the answer
 * said this time. What could not be judged is another matter than what is broken.
 */
export function identityOf(finding: Finding): string {
  const { region, operationId, case: name, check, severity, pointer } = finding;
  const kind = severity === 'failed' || severity === 'drift' ? 'broken' : severity;
  return JSON.stringify([region, operationId, name, check, kind, pointer, subjectOf(finding)]);
}

/** A difference is about the same thing, whatever the regions answer this time and however many there are beyond the limit. */
export function identityOfDifference({ operationId, case: name, what, where }: Difference): string {
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
