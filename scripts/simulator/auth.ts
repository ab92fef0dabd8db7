import type { OperationRequest } from './request.ts';
import type { SimulatedResponse } from './response.ts';
import type { Route } from './routes.ts';
import type { SimulatorContext } from './world/world.ts';

/** The tokens that a region accepts, by their scopes. Their text shows that they are not secrets. */
type Tokens = {
  readonly full: string;
  readonly withoutRun: string;
  readonly withoutActivities: string;
};

/** The tokens of a region; every other region rejects them. */
export function tokens(region: string): Tokens {
  return {
    full: `local-${region}-token-with-every-scope`,
    withoutRun: `local-${region}-token-without-run`,
    withoutActivities: `local-${region}-token-without-activities`,
  };
}

/** The scope that each token lacks, if any. The spec states which scopes an operation needs. */
function lackingScopes(region: string): ReadonlyMap<string, string | undefined> {
  const { full, withoutRun, withoutActivities } = tokens(region);
  return new Map([
    [full, undefined],
    [withoutRun, 'river:execute'],
    [withoutActivities, 'activity:list'],
  ]);
}

/** 401 or 403 for a caller without access to the operation; undefined for others. */
export function refuseCaller(
  world: SimulatorContext,
  route: Route,
  request: OperationRequest,
): SimulatedResponse | undefined {
  const { dialect } = route.operation;
  const known = lackingScopes(world.region);
  if (!known.has(request.token)) return dialect.unauthorized();
  const lacking = known.get(request.token);
  const missing = route.scopes.find((scope) => scope === lacking);
  return missing === undefined ? undefined : dialect.refused(403, `The token lacks the scope ${missing}`);
}

/** 403 for an account or environment that is not the token's; undefined otherwise. */
export function refuseForeignIds(
  world: SimulatorContext,
  route: Route,
  request: OperationRequest,
): SimulatedResponse | undefined {
  const places = { account_id: world.accountId, environment_id: world.environmentId };
  const foreign = Object.entries(places).find(
    ([name, id]) => (request.path[name] ?? id).toLowerCase() !== id,
  );
  if (foreign === undefined) return undefined;
  const word = foreign[0].replace('_id', '');
  return route.operation.dialect.refused(403, `The token does not reach this ${word}`);
}
