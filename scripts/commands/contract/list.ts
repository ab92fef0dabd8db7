import { caseKey } from '../../base/case-key.ts';
import { type Env, readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { jsonText } from '../../base/json-text.ts';
import { UsageError } from '../../base/usage-error.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Tier } from '../../cases/select.ts';
import { areLocal, toBases } from '../../config/base-url.ts';
import { toDestinations } from '../../config/destinations.ts';
import type { Api, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { prefixAdvice } from '../../openapi/env-prefix.ts';
import { lint } from '../../openapi/lint/lint.ts';
import { type Opened, openSpec, printProblems, type SpecOptions } from '../../openapi/open-spec.ts';
import { type Listing, type SkippedByTier, toListing } from '../../report/listing.ts';
import { toListingText } from '../../report/listing-text.ts';
import { planOf } from '../../suite/prepare.ts';
import { type Allowed, skipReasons } from '../../suite/selection.ts';
import type { Context } from '../context.ts';
import { type ReadResult, readEarlierRuns, requireApi } from './result-file.ts';
import { type NarrowedSelection, narrow, notFailedReason, reportUnsent, requireFailures } from './scope.ts';

export type ListOptions = SpecOptions & {
  readonly allowed: Allowed;
  /** Whether the requests go to local regions, which have no hosts before they are started. */
  readonly simulate: boolean;
  readonly json: boolean;
  /** The `result.json` of an earlier run: only what failed in it is listed, in these regions; `strict` includes drift. */
  readonly onlyFailed?: string;
  readonly regions: readonly string[];
  readonly strict: boolean;
};

/** Prints the requests that `contract` would send, their checks and the reasons. Sends nothing and needs no values. */
export async function list(options: ListOptions, context: Context): Promise<ExitCode> {
  const { json } = options;
  if (options.onlyFailed === undefined && (options.strict || options.regions.length > 0)) {
    throw new UsageError('--region and --strict have an effect on --list only together with --only-failed.');
  }
  const earlier = await readEarlierRuns(options);
  const opened = await openSpec(options, context);
  if (opened === undefined || !canBeSent(opened, context)) return ExitCode.badSpec;
  requireApi(earlier, opened.api);
  const plan = planOf(opened, context);
  const place = { regions: selected(opened.api, options), env: readEnv(context.env) };
  const isLocal = areLocal(opened.api, place.regions, place.env, new Map());
  const advice = prefixAdvice(opened.api, place.env);
  if (advice !== undefined) context.err(`warning: ${advice}`);
  // If all regions are on this machine, a region is also sent the token of another one.
  const allowed = { ...options.allowed, foreignTokens: options.allowed.foreignTokens || isLocal };
  const skippedIn = (tier: Tier): Skipped => skipReasons(plan, { ...allowed, tier });
  const skipped = { smoke: skippedIn('smoke'), full: skippedIn('full') };
  const planned =
    earlier.failed === undefined
      ? toListing(opened.api, plan, allowed.tier, skipped)
      : listFailed({ api: opened.api, plan, skipped, failed: earlier.failed }, options, context);
  const hosts = options.simulate ? [] : hostsOf(opened.api, plan, planned, place);
  const listing = { ...planned, hosts };
  if (json) context.out(jsonText(listing, 2));
  else context.out(toListingText(listing, context).trimEnd(), { colours: context.colour });
  return ExitCode.kept;
}

/** Whether `contract` can send requests from this spec. Prints the problems that prevent it. */
function canBeSent({ spec }: Opened, context: Context): boolean {
  const problems = lint(spec, ['requests']);
  printProblems(problems, context);
  return problems.length === 0;
}

type Planned = Omit<Listing, 'hosts'>;

/** Where the requests go: to the base URLs of the environment, otherwise to those of the spec. */
function hostsOf(
  api: Api,
  plan: Plan,
  { requests }: Planned,
  { regions, env }: { readonly regions: readonly Region[]; readonly env: Env },
): Listing['hosts'] {
  const sent = requests.filter(({ skipped }) => skipped === undefined);
  const keys = new Set(sent.map(({ operationId, case: id }) => caseKey(operationId, id)));
  const cases = plan.cases.filter(({ operation, id }) => keys.has(caseKey(operation.id, id)));
  const secret = api.variables.find(({ kind }) => kind === 'secret');
  return regions.flatMap((region) => {
    const other = regions.find(({ name }) => name !== region.name);
    const foreignToken = other && secret && envName(api, other, secret.name);
    return toDestinations(api, cases, { region, bases: toBases(api, region, env, undefined), foreignToken });
  });
}

function selected({ regions }: Api, { regions: names }: ListOptions): Region[] {
  return regions.filter(({ name }) => names.length === 0 || names.includes(name));
}

type Skipped = ReturnType<typeof skipReasons>;

type Suite = {
  readonly api: Api;
  readonly plan: Plan;
  readonly skipped: SkippedByTier;
  readonly failed: ReadResult;
};

/** The list for `--only-failed`, without the requests that passed in the earlier run. */
function listFailed({ api, plan, skipped, failed }: Suite, options: ListOptions, context: Context): Planned {
  const { tier } = options.allowed;
  const narrowed = (one: Tier): NarrowedSelection =>
    narrow(api, { cases: plan.cases, skipped: skipped[one] }, failed, options);
  const [smoke, full] = [narrowed('smoke'), narrowed('full')];
  const { again } = tier === 'smoke' ? smoke : full;
  requireFailures(failed, again);
  reportUnsent(failed.named, again.unsent, context);
  const listing = toListing(api, plan, tier, { smoke: smoke.skipped, full: full.skipped });
  const reason = notFailedReason(failed.named);
  return { ...listing, requests: listing.requests.filter((request) => request.skipped !== reason) };
}
