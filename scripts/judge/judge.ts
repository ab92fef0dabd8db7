import { exitCodeAfter } from '../base/exit-code.ts';
import { mapStrings } from '../base/map-strings.ts';
import { formatLocation, type Location } from '../base/problem.ts';
import type { Case } from '../cases/case.ts';
import type { Plan } from '../cases/plan.ts';
import type { Api } from '../model/api.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Deviation, RunResult, Unsent, Verdicts } from '../model/run-result.ts';
import { judgeCases } from './case-result.ts';
import { acceptKnown } from './compare/accept.ts';
import { compareWith, type Earlier } from './compare/baseline.ts';
import { toPlannedCases } from './compare/planned-cases.ts';
import { toCoverage } from './coverage/coverage.ts';
import { exitCodeOf } from './exit-code.ts';
import { toFindings } from './findings.ts';
import { toDifferences } from './parity/parity.ts';
import { judgeRegion, toRegionResult, withInterruption } from './region-result.ts';
import { type LeftOut, withUnverifiedClauses } from './unverified-clauses.ts';

/** What a run is judged by, and compared with. */
export type JudgeOptions = {
  readonly api: Api;
  readonly plan: Plan;
  /** Drift and flaky cases count as broken. */
  readonly strict: boolean;
  /** The percentage of the documented parts that must be exercised. */
  readonly coverageFloor?: number | undefined;
  readonly locate: (pointer: string) => Location;
  /** Replaces secrets. Results of earlier runs have none, so this one is redacted before it is compared. */
  readonly redact: (text: string) => string;
  /** An earlier run that this one is compared with. */
  readonly baseline?: Earlier | undefined;
  readonly rerun?: OnlyFailedRun | undefined;
  readonly known?: Known | undefined;
};

/** The earlier run whose failed cases were sent again. */
export type OnlyFailedRun = {
  readonly file: string;
  /** Cases that failed in it and were not sent again. */
  readonly unsent: readonly Unsent[];
  /** Cases that did not fail in it, by region. */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
};

/** The table of known deviations. */
export type Known = {
  readonly deviations: readonly Deviation[];
  /** Cases that even a full run would not send. */
  readonly never: ReadonlyMap<Case, string>;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
};

/** Judges the records of all regions, compares them with earlier runs, and decides the exit code. */
export function judge(records: readonly RunRecord[], options: JudgeOptions): RunResult {
  const { api, plan, baseline, rerun, known, redact } = options;
  const judged = mapStrings(judgeRun(records, options), redact);
  const compared = baseline === undefined ? judged : compareWith(judged, baseline);
  const all = { ...compared, ...(rerun && { onlyFailed: rerun.file, unsent: rerun.unsent }) };
  const result =
    known === undefined
      ? all
      : acceptKnown(all, { ...known, planned: toPlannedCases(api, plan, known.never) });
  const exitCode = exitCodeOf(result);
  const isInterrupted = records.some((record) => record.isInterrupted);
  return { exitCode: isInterrupted ? exitCodeAfter(exitCode, 'interrupted') : exitCode, ...result };
}

/** Judges the run without comparing it. */
function judgeRun(
  records: readonly RunRecord[],
  { api, plan, strict, coverageFloor, locate, rerun }: JudgeOptions,
): Verdicts {
  const runs = records.map((record) => {
    const { region, baseUrl, durationMs } = record;
    const judged = judgeRegion(judgeCases(record));
    const cases = withUnverifiedClauses(judged.cases, plan.cases, rerun?.leftOut.get(region));
    const result = toRegionResult(baseUrl, cases, durationMs, judged.reason);
    return { region, baseUrl, cases, result: withInterruption(result, record) };
  });
  const cases = runs.flatMap((run) => run.cases);
  const baseUrls = Object.fromEntries(runs.map(({ region, baseUrl }) => [region, baseUrl]));
  return {
    ...(strict && { strict }),
    spec: { title: api.title, version: api.version },
    regions: Object.fromEntries(runs.map(({ region, result }) => [region, result])),
    cases,
    findings: toFindings(cases, (pointer) => formatLocation(locate(pointer))),
    parity: toDifferences(cases, { operations: api.operations, baseUrls }),
    coverage: toCoverage(api, plan, cases, coverageFloor),
    exchanges: records.flatMap(({ exchanges }) => exchanges),
  };
}
