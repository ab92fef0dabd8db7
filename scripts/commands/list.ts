import { type Plan, toPlan } from '../cases/plan.ts';
import type { Tier } from '../cases/select.ts';
import type { ReadResult } from '../config/result-file.ts';
import { ExitCode } from '../exit-code.ts';
import type { SpecSource } from '../load/load.ts';
import type { Api } from '../model/api.ts';
import { type Listing, type SkippedByTier, toListing } from '../report/listing.ts';
import { toListingText } from '../report/listing-text.ts';
import { UsageError } from '../usage-error.ts';
import { readEarlierRuns, requireApi } from './earlier-runs.ts';
import type { World } from './io.ts';
import { openSpec } from './open-spec.ts';
import { type Narrowed, narrow, requireAgain, unneeded } from './scope.ts';
import { type Allowed, toSkipped } from './selection.ts';
import { tellUnsent } from './unsent.ts';

export type ListOptions = SpecSource & {
  readonly allowed: Allowed;
  readonly json: boolean;
  /** The `result.json` of which only what failed would be sent again, and in which regions, and whether drift counts. */
  readonly onlyFailed?: string;
  readonly regions: readonly string[];
  readonly strict: boolean;
};

/** Prints what `contract` would send, with which checks and why. Sends nothing, and needs no values. */
export async function list(options: ListOptions, world: World): Promise<ExitCode> {
  const { allowed, json } = options;
  if (options.onlyFailed === undefined && (options.strict || options.regions.length > 0)) {
    throw new UsageError('--region and --strict change what --list prints only together with --only-failed.');
  }
  const earlier = await readEarlierRuns(options);
  const opened = await openSpec(options, world);
  if (opened === undefined) return ExitCode.badSpec;
  requireApi(earlier, opened.api);
  const plan = toPlan(opened.api);
  const skippedIn = (tier: Tier): Skipped => toSkipped(plan, { ...allowed, tier });
  const skipped = { smoke: skippedIn('smoke'), full: skippedIn('full') };
  const listing =
    earlier.failed === undefined
      ? toListing(opened.api, plan, allowed.tier, skipped)
      : listAgain({ api: opened.api, plan, skipped, failed: earlier.failed }, options, world);
  world.out(json ? JSON.stringify(listing, null, 2) : toListingText(listing, world).trimEnd());
  return ExitCode.kept;
}

type Skipped = ReturnType<typeof toSkipped>;

type Suite = {
  readonly api: Api;
  readonly plan: Plan;
  readonly skipped: SkippedByTier;
  readonly failed: ReadResult;
};

/** Without what is left out because it was right: who runs again what failed does not ask for that. */
function listAgain({ api, plan, skipped, failed }: Suite, options: ListOptions, world: World): Listing {
  const { tier } = options.allowed;
  const narrowed = (one: Tier): Narrowed =>
    narrow(api, { cases: plan.cases, skipped: skipped[one] }, failed, options);
  const [smoke, full] = [narrowed('smoke'), narrowed('full')];
  const { again } = tier === 'smoke' ? smoke : full;
  requireAgain(failed, again);
  tellUnsent(failed.named, again.unsent, world);
  const listing = toListing(api, plan, tier, { smoke: smoke.skipped, full: full.skipped });
  const reason = unneeded(failed.named);
  return { ...listing, requests: listing.requests.filter((request) => request.skipped !== reason) };
}
