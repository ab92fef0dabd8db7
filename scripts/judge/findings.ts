import type { Outcome } from '../model/outcome.ts';
import type { CaseResult, Finding } from '../model/run-result.ts';

/**
 * Every check that did not pass, and every case that could not be judged.
 * @param locate returns `file:line:column` for a JSON pointer
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
      ...toFinding(result, check, verdict, message),
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      ...(pointer !== undefined && { pointer, specLocation: locate(pointer) }),
      ...(instance !== undefined && { instance }),
      ...(result.curl !== undefined && { curl: result.curl }),
    },
  ];
}

function fromCase(result: CaseResult): Finding[] {
  const { verdict, reason = 'it could not be judged', curl } = result;
  if (verdict !== 'unreachable' && verdict !== 'inconclusive' && verdict !== 'flaky') return [];
  return [{ ...toFinding(result, 'answer', verdict, reason), ...(curl !== undefined && { curl }) }];
}

function toFinding(
  { region, operationId, case: name }: CaseResult,
  check: string,
  severity: Finding['severity'],
  message: string,
): Finding {
  return { region, operationId, case: name, check, severity, message };
}
