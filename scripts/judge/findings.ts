import type { Outcome } from '../model/outcome.ts';
import type { CaseResult, Finding } from '../model/run-result.ts';

/**
 * Every check that did not hold, and every case that could not be judged.
 * @param locate the place of a JSON pointer as `file:line:column`
 */
export function toFindings(cases: readonly CaseResult[], locate: (pointer: string) => string): Finding[] {
  return cases.flatMap((result) => {
    const broken = result.outcomes.flatMap((outcome) => fromOutcome(result, outcome, locate));
    return broken.length > 0 && result.verdict !== 'flaky' ? broken : [...broken, ...fromCase(result)];
  });
}

function fromOutcome(result: CaseResult, outcome: Outcome, locate: (pointer: string) => string): Finding[] {
  const { check, verdict, message, expected, actual, pointer, instance } = outcome;
  if (verdict === 'passed') return [];
  return [
    {
      ...placeOf(result),
      check,
      severity: verdict,
      message,
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      ...(pointer !== undefined && { pointer, specLocation: locate(pointer) }),
      ...(instance !== undefined && { instance }),
      ...(result.curl !== undefined && { curl: result.curl }),
    },
  ];
}

function fromCase(result: CaseResult): Finding[] {
  const { verdict, reason } = result;
  if (verdict !== 'unreachable' && verdict !== 'inconclusive' && verdict !== 'flaky') return [];
  const message = reason ?? 'it could not be judged';
  const curl = result.curl === undefined ? {} : { curl: result.curl };
  return [{ ...placeOf(result), check: 'answer', severity: verdict, message, ...curl }];
}

function placeOf(result: CaseResult): Pick<Finding, 'region' | 'operationId' | 'case'> {
  return { region: result.region, operationId: result.operationId, case: result.case };
}
