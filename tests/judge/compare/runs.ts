import { toFindings } from '../../../scripts/judge/findings.ts';
import { toRegionResult } from '../../../scripts/judge/region-result.ts';
import type { Outcome } from '../../../scripts/model/outcome.ts';
import type { CaseResult, Difference, Finding, RunResult } from '../../../scripts/model/run-result.ts';

export type GivenOutcome = Partial<Outcome> & Pick<Outcome, 'check' | 'verdict'>;

/** A case of `list` in `us` with these outcomes. Its verdict is the worst of them. */
export function caseResult(given: readonly GivenOutcome[], more: Partial<CaseResult> = {}): CaseResult {
  const outcomes = given.map((one) => ({ message: `${one.check} ${one.verdict}`, ...one }));
  const worst = (['failed', 'inconclusive', 'drift'] as const).find((verdict) =>
    outcomes.some((one) => one.verdict === verdict),
  );
  const place = { region: 'us', operationId: 'list', case: 'success', name: 'List' };
  return { ...place, verdict: worst ?? 'passed', outcomes, status: 200, attempts: 1, durationMs: 1, ...more };
}

/** A run of these cases, judged as a real one is. */
export function runOf(cases: readonly CaseResult[], parity: readonly Difference[] = []): RunResult {
  const names = [...new Set(cases.map(({ region }) => region))];
  const regions = names.map((name) => {
    const own = cases.filter(({ region }) => region === name);
    return [name, toRegionResult('http://a.example', own, 1, undefined)] as const;
  });
  const none = { documented: 0, exercised: 0 };
  return {
    exitCode: 0,
    spec: { title: 'T', version: '1' },
    regions: Object.fromEntries(regions),
    cases,
    findings: toFindings(cases, (pointer) => `a.yaml:${pointer.length}:1`),
    parity,
    coverage: {
      operations: { documented: 0, judged: 0 },
      responses: { documented: 0, provoked: 0 },
      ...{ parameters: none, values: none, properties: none, headers: none, percent: 100, gaps: [] },
    },
    exchanges: [],
  };
}

/** Findings in short. */
export function inShort(findings: readonly Finding[] | undefined): string[] | undefined {
  return findings?.map(({ region, check, severity, pointer = '' }) =>
    `${region} ${check} ${severity} ${pointer}`.trim(),
  );
}
