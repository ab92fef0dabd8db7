import type { Answer } from './answer.ts';
import type { OperationRequest } from './request.ts';
import type { Route } from './routes.ts';
import type { Context } from './world/world.ts';

/** The tokens that a region knows, by what they are good for. They look as harmless as they are. */
type Tokens = {
  readonly full: string;
  readonly withoutRun: string;
  readonly withoutActivities: string;
};

/** The tokens of a region; no other region knows them. */
export function tokens(region: string): Tokens {
  return {
    full: `local-${region}-token-with-every-scope`,
    withoutRun: `local-${region}-token-without-run`,
    withoutActivities: `local-${region}-token-without-activities`,
  };
}

/** The scopes that the request's token has here; undefined when it is missing or unknown. */
function scopesOf(region: string, token: string): readonly string[] | undefined {
  const { full, withoutRun, withoutActivities } = tokens(region);
  const grants = new Map<string, readonly string[]>([
    [full, ['river:execute', 'activity:list']],
    [withoutRun, ['activity:list']],
    [withoutActivities, ['river:execute']],
  ]);
  return grants.get(token);
}

/** 401 or 403 for a caller who may not use the operation; undefined for one who may. */
export function refuseCaller(world: Context, route: Route, request: OperationRequest): Answer | undefined {
  const { dialect } = route.operation;
  const granted = scopesOf(world.region, request.token);
  if (granted === undefined) return dialect.unauthorized();
  const missing = route.scopes.find((scope) => !granted.includes(scope));
  return missing === undefined ? undefined : dialect.refused(403, `The token lacks the scope ${missing}`);
}

/** 403 for an account or environment that is not the token's; undefined otherwise. */
export function refusePlace(world: Context, route: Route, request: OperationRequest): Answer | undefined {
  const places = { account_id: world.accountId, environment_id: world.environmentId };
  const foreign = Object.entries(places).find(
    ([name, id]) => (request.path[name] ?? id).toLowerCase() !== id,
  );
  if (foreign === undefined) return undefined;
  const word = foreign[0].replace('_id', '');
  return route.operation.dialect.refused(403, `The token does not reach this ${word}`);
}
