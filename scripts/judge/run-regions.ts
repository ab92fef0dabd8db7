import { ExitCode } from '../base/exit-code.ts';
import { formatLocation, type Location } from '../base/problem.ts';
import type { Plan } from '../cases/plan.ts';
import type { Target } from '../config/target.ts';
import type { Api } from '../model/api.ts';
import type { RunResult } from '../model/run-result.ts';
import { type RunOptions, runRegion } from '../run/region.ts';
import type { Selection } from '../suite/selection.ts';
import { toCoverage } from './coverage/coverage.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { toFindings } from './findings.ts';
import { toDifferences } from './parity/parity.ts';
import { judgeRegion, toRegionResult } from './region-result.ts';
import { tellUntold } from './unverified-clauses.ts';

export type JudgeOptions = RunOptions & {
  readonly strict: boolean;
  /** Percent of what is documented that must be exercised. */
  readonly coverageFloor?: number;
  readonly locate: (pointer: string) => Location;
};

/** Runs the selection against all regions at once and judges each, and the regions against each other. */
export async function runRegions(
  api: Api,
  plan: Plan,
  selection: Selection,
  targets: readonly Target[],
  { strict, coverageFloor, locate, ...way }: JudgeOptions,
): Promise<RunResult> {
  let isInterrupted = false;
  way.interrupted?.then(() => {
    isInterrupted = true;
  });
  const runs = await Promise.all(
    targets.map(async (target) => {
      const start = performance.now();
      const { cases: answered, exchanges } = await runRegion(target, selection, way);
      const judged = judgeRegion(answered);
      const { reason } = judged;
      const cases = tellUntold(judged.cases, selection.cases, selection.leftOut?.get(target.name));
      const durationMs = Math.round(performance.now() - start);
      const result = toRegionResult(target.baseUrl, cases, durationMs, reason);
      return { name: target.name, cases, exchanges, result };
    }),
  );
  const cases = runs.flatMap((run) => run.cases);
  const baseUrls = Object.fromEntries(targets.map(({ name, baseUrl }) => [name, baseUrl]));
  const parity = toDifferences(cases, { operations: api.operations, baseUrls });
  const coverage = toCoverage(api, plan, cases, coverageFloor);
  const regions = Object.fromEntries(runs.map(({ name, result }) => [name, result]));
  return {
    exitCode: isInterrupted
      ? ExitCode.interrupted
      : exitCodeOf(Object.values(regions), parity, { strict, coverage }),
    ...(strict && { strict }),
    spec: { title: api.title, version: api.version },
    regions,
    cases,
    findings: toFindings(cases, (pointer) => formatLocation(locate(pointer))),
    parity,
    coverage,
    exchanges: runs.flatMap((run) => run.exchanges),
  };
}
