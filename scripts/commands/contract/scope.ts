import { caseKey } from '../../base/case-key.ts';
import { visible } from '../../base/visible.ts';
import type { Case } from '../../cases/case.ts';
import { withDependencies } from '../../cases/dependencies.ts';
import type { Target } from '../../config/target.ts';
import { selectRegions } from '../../config/targets.ts';
import type { Io } from '../../io/io.ts';
import { type Named, unusable } from '../../io/read-text.ts';
import type { Earlier } from '../../judge/compare/baseline.ts';
import { type Rerun, toRerun } from '../../judge/compare/rerun.ts';
import type { OnlyFailedRun } from '../../judge/judge.ts';
import type { LeftOut } from '../../judge/unverified-clauses.ts';
import type { Api, Region } from '../../model/api.ts';
import type { Unsent } from '../../model/run-result.ts';
import { unsentList } from '../../report/unsent.ts';
import { skippedIn } from '../../run/region.ts';
import { type Allowed, type Selection, type Suite, toSelection } from '../../suite/selection.ts';
import type { ReadResult } from './result-file.ts';

/** Which test cases are sent, and to which regions. */
export type Scope = {
  readonly selection: Selection;
  /** The names of the regions to run. */
  readonly regions: readonly string[];
  /** The regions whose values must be known. A region that is not run may have to provide a foreign token. */
  readonly valued: readonly Region[];
  /** What `--only-failed` runs again, if it is given. */
  readonly again?: Pick<OnlyFailedRun, 'leftOut'> & { readonly named: Named; readonly rerun: Rerun };
};

type ScopeOptions = {
  readonly allowed: Allowed;
  readonly regions: readonly string[];
  readonly strict: boolean;
};

/** Every allowed test case in every named region; with `--only-failed`, only what failed in the earlier run. */
export function toScope(
  {
    api,
    suite,
    failed,
  }: { readonly api: Api; readonly suite: Suite; readonly failed?: ReadResult | undefined },
  { allowed, regions, strict }: ScopeOptions,
): Scope {
  const selection = toSelection(suite, allowed);
  const named = selectRegions(api, regions);
  if (failed === undefined) return { selection, regions: named.map(({ name }) => name), valued: named };
  const { again, left, skipped } = narrow(api, selection, failed, { regions, strict });
  requireFailures(failed, again);
  const needsForeignToken = [...again.cases].some(({ guard }) => guard === 'elsewhere');
  const tokenSource = needsForeignToken ? named.find(({ name }) => !again.regions.includes(name)) : undefined;
  return {
    selection: { ...selection, skipped },
    regions: again.regions,
    valued: api.regions.filter((region) => again.regions.includes(region.name) || region === tokenSource),
    again: {
      named: failed.named,
      rerun: again,
      leftOut: new Map(again.regions.map((region) => [region, leftOutIn(region, left, failed.earlier)])),
    },
  };
}

export type NarrowedSelection = {
  readonly again: Rerun;
  /** Left out only because the earlier run passed them. */
  readonly left: readonly Case[];
  /** Everything that is not sent, with the reasons. */
  readonly skipped: ReadonlyMap<Case, string>;
};

/** The test cases that failed in the earlier run, and their dependencies. */
export function narrow(
  api: Api,
  { cases, skipped }: Pick<Selection, 'cases' | 'skipped'>,
  { named, earlier }: ReadResult,
  { regions, strict }: Pick<ScopeOptions, 'regions' | 'strict'>,
): NarrowedSelection {
  const suite = { cases, skipped, regions: api.regions.map(({ name }) => name) };
  const again = toRerun(earlier, suite, { strict, only: regions });
  const sent = withDependencies(again.cases, cases);
  const isUnsent = ({ operation, id }: Case): boolean =>
    again.unsent.some((one) => one.operationId === operation.id && one.case === id);
  const left = cases.filter((testCase) => !sent.has(testCase) && !isUnsent(testCase));
  const reasons = left.map((testCase) => [testCase, notFailedReason(named)] as const);
  return { again, left, skipped: new Map([...skipped, ...reasons]) };
}

/** Why a test case is left out that passed in the earlier run. */
export function notFailedReason({ file }: Named): string {
  return `it did not fail in ${file}`;
}

/** The left-out test cases that the earlier run judged in the region. */
function leftOutIn(region: string, left: readonly Case[], { cases, findings }: Earlier): LeftOut {
  const own = cases.filter((one) => one.region === region && one.verdict !== 'skipped');
  const judged = new Set(own.map((one) => caseKey(one.operationId, one.case)));
  const open = findings.filter((one) => one.region === region && one.severity === 'inconclusive');
  return {
    cases: new Set(left.filter(({ operation, id }) => judged.has(caseKey(operation.id, id)))),
    unverified: new Set(open.flatMap(({ pointer }) => pointer ?? [])),
  };
}

/** @throws UsageError if nothing failed, or nothing that failed can be sent: the run would check nothing */
export function requireFailures({ named }: ReadResult, { places, unsent }: Rerun): void {
  if (places.length === 0 && unsent.length === 0)
    throw unusable(named, 'nothing failed in that run, so there is nothing to run again');
  requireSent(named, places.length, unsent);
}

/** The given base URLs without those of regions that are not run. */
export function baseUrlsFor({ valued }: Scope, given: readonly string[], { regions }: Api): string[] {
  const left = regions.filter((region) => !valued.includes(region)).map(({ name }) => name);
  return given.filter((argument) => !left.some((name) => argument.startsWith(`${name}=`)));
}

/** Prints what failed in the earlier run and is not sent again. `undefined` without such a run. */
export function findUnsent(
  { again, selection }: Pick<Scope, 'again' | 'selection'>,
  targets: readonly Target[],
  io: Io,
): OnlyFailedRun | undefined {
  if (again === undefined) return undefined;
  const { named, rerun, leftOut } = again;
  const skipped = new Map(targets.map((target) => [target.name, skippedIn(target, selection)]));
  const more = rerun.places.flatMap(({ testCase, region }) => {
    const reason = skipped.get(region)?.get(testCase);
    return reason === undefined
      ? []
      : [{ region, operationId: testCase.operation.id, case: testCase.id, reason }];
  });
  const unsent = [...rerun.unsent, ...more];
  requireSent(named, rerun.places.length - more.length, unsent);
  reportUnsent(named, unsent, io);
  return { file: named.file, unsent, leftOut };
}

export function reportUnsent({ option, file }: Named, unsent: readonly Unsent[], io: Io): void {
  if (unsent.length > 0) io.err(`${option} ${file}: not sent again: ${inWords(unsent)}.`);
}

/** @throws UsageError if nothing that failed is sent */
function requireSent(named: Named, sent: number, unsent: readonly Unsent[]): void {
  if (sent === 0) throw unusable(named, `nothing that failed in that run would be sent: ${inWords(unsent)}`);
}

function inWords(unsent: readonly Unsent[]): string {
  return visible(unsentList(unsent)).replaceAll('\n', ' ');
}
