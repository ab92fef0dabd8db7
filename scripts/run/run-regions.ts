import type { Plan } from '../cases/plan.ts';
import { toCoverage } from '../coverage/coverage.ts';
import { ExitCode } from '../exit-code.ts';
import type { Api } from '../model/api.ts';
import type { RunResult } from '../model/run-result.ts';
import { toDifferences } from '../parity/parity.ts';
import { formatLocation, type Location } from '../problem.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { toFindings } from './findings.ts';
import { runRegion, type Selection, type Target, type Way } from './region.ts';
import { judgeRegion, toRegionResult } from './region-result.ts';
import { tellUntold } from './untold.ts';

export type RunOptions = Way & {
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
  { strict, coverageFloor, locate, ...way }: RunOptions,
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
