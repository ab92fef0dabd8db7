import { caseKey } from '../../base/case-key.ts';
import { type Env, readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { jsonText } from '../../base/json-text.ts';
import { UsageError } from '../../base/usage-error.ts';
import type { Plan } from '../../cases/plan.ts';
import type { Tier } from '../../cases/select.ts';
import { areLocal, toBases } from '../../config/bases.ts';
import { toDestinations } from '../../config/destinations.ts';
import type { Api, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { prefixAdvice } from '../../openapi/env-prefix.ts';
import { lint } from '../../openapi/lint/lint.ts';
import { type Opened, openSpec, printProblems, type SpecOptions } from '../../openapi/open-spec.ts';
import { type Listing, type SkippedByTier, toListing } from '../../report/listing.ts';
import { toListingText } from '../../report/listing-text.ts';
import { planOf } from '../../suite/plan-of.ts';
import { type Allowed, skipReasons } from '../../suite/selection.ts';
import type { Context } from '../context.ts';
import { type ReadResult, readEarlierRuns, requireApi } from './result-file.ts';
import { type NarrowedSelection, narrow, requireAgain, tellUnsent, unneeded } from './scope.ts';

export type ListOptions = SpecOptions & {
  readonly allowed: Allowed;
  /** Whether the requests go to local regions, which have no hosts before they are started. */
  readonly simulate: boolean;
  readonly json: boolean;
  /** The `result.json` of which only what failed would be sent again, and in which regions, and whether drift counts. */
  readonly onlyFailed?: string;
  readonly regions: readonly string[];
  readonly strict: boolean;
};

/** Prints what `contract` would send, with which checks and why. Sends nothing, and needs no values. */
export async function list(options: ListOptions, world: Context): Promise<ExitCode> {
  const { json } = options;
  if (options.onlyFailed === undefined && (options.strict || options.regions.length > 0)) {
    throw new UsageError('--region and --strict change what --list prints only together with --only-failed.');
  }
  const earlier = await readEarlierRuns(options);
  const opened = await openSpec(options, world);
  if (opened === undefined || !canBeSent(opened, world)) return ExitCode.badSpec;
  requireApi(earlier, opened.api);
  const plan = planOf(opened, world);
  const place = { regions: selected(opened.api, options), env: readEnv(world.env) };
  const isLocal = areLocal(opened.api, place.regions, place.env, new Map());
  const advice = prefixAdvice(opened.api, place.env);
  if (advice !== undefined) world.err(`warning: ${advice}`);
  // Where all regions are on this machine, a region is sent the token of another one, too.
  const allowed = { ...options.allowed, foreignTokens: options.allowed.foreignTokens || isLocal };
  const skippedIn = (tier: Tier): Skipped => skipReasons(plan, { ...allowed, tier });
  const skipped = { smoke: skippedIn('smoke'), full: skippedIn('full') };
  const planned =
    earlier.failed === undefined
      ? toListing(opened.api, plan, allowed.tier, skipped)
      : listAgain({ api: opened.api, plan, skipped, failed: earlier.failed }, options, world);
  const hosts = options.simulate ? [] : hostsOf(opened.api, plan, planned, place);
  const listing = { ...planned, hosts };
  if (json) world.out(jsonText(listing, 2));
  else world.out(toListingText(listing, world).trimEnd(), { colours: world.colour });
  return ExitCode.kept;
}

/** Whether nothing in the spec keeps `contract` from sending requests. Prints what does. */
function canBeSent({ spec }: Opened, world: Context): boolean {
  const problems = lint(spec, ['requests']);
  printProblems(problems, world);
  return problems.length === 0;
}

type Planned = Omit<Listing, 'hosts'>;

/** Where the requests go: as the environment says, else as described. */
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

/** Without what is left out because it was right: who runs again what failed does not ask for that. */
function listAgain({ api, plan, skipped, failed }: Suite, options: ListOptions, world: Context): Planned {
  const { tier } = options.allowed;
  const narrowed = (one: Tier): NarrowedSelection =>
    narrow(api, { cases: plan.cases, skipped: skipped[one] }, failed, options);
  const [smoke, full] = [narrowed('smoke'), narrowed('full')];
  const { again } = tier === 'smoke' ? smoke : full;
  requireAgain(failed, again);
  tellUnsent(failed.named, again.unsent, world);
  const listing = toListing(api, plan, tier, { smoke: smoke.skipped, full: full.skipped });
  const reason = unneeded(failed.named);
  return { ...listing, requests: listing.requests.filter((request) => request.skipped !== reason) };
}
