import type { Env } from '../base/env.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Case } from '../cases/case.ts';
import type { Api, Region } from '../model/api.ts';
import { keyPlaces } from '../model/credentials.ts';
import { envName } from '../model/env-name.ts';
import {
  allowRunVariable,
  allowUnsafeVariable,
  otherTokenVariable,
  regionVariable,
} from '../model/reserved-names.ts';
import { isSecret } from '../model/to-variables.ts';
import { isLoopback, parseBaseUrls, toBases, unknownRegion } from './base-url.ts';
import { refusePlainHttp, toSendings } from './destinations.ts';
import { neededVariables } from './needed.ts';
import { isOwnWord } from './secrets.ts';
import type { Target } from './target.ts';
import { requireValues, throwProblems, toValues, type Values } from './values.ts';

export type TargetOptions = {
  /** The names of the regions to run; if empty, all of the spec's. */
  readonly regions: readonly string[];
  /** Each is `REGION=URL`. */
  readonly baseUrls: readonly string[];
  readonly windowDays: number;
  /** Which requests are sent: those that cost something, that may change something, with another region's token. */
  readonly allowed: { readonly costs: boolean; readonly unsafe: boolean; readonly foreignTokens: boolean };
  /** Whether credentials may be sent over plain http to another machine. */
  readonly allowHttp: boolean;
  /** Requests a minute; if missing, the spec's rate limit, or unlimited on this machine. */
  readonly perMinute?: number;
};

/** The regions of the spec with these names, or all of them. */
export function selectRegions({ regions }: Api, names: readonly string[]): Region[] {
  if (regions.length === 0) throw new UsageError('The spec has no servers, so there is no region to run.');
  const known = regions.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw unknownRegion(name, known);
  return regions.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** @throws UsageError with all values that are missing or wrong */
export function toTargets(
  api: Api,
  cases: readonly Case[],
  options: TargetOptions,
  { env, now }: { readonly env: Env; readonly now: number },
): Target[] {
  const { windowDays } = options;
  const selected = selectRegions(api, options.regions);
  const overrides = parseBaseUrls(
    options.baseUrls,
    selected.map(({ name }) => name),
  );
  const needed = neededVariables(api, cases);
  const valued = selected.map((region) => {
    const bases = toBases(api, region, env, overrides.get(region.name));
    return { region, values: toValues(api, region, bases, { env, windowDays, now }) };
  });
  throwProblems(
    new Map(valued.map(({ region, values }) => [region.name, requireValues(api, region, values, needed)])),
  );
  const targets = valued.map(({ region, values }) => {
    const controls = {
      [allowRunVariable]: String(options.allowed.costs),
      [allowUnsafeVariable]: String(options.allowed.unsafe),
      [regionVariable]: region.name,
    };
    return toTarget(api, region, { ...controls, ...values }, options.perMinute);
  });
  const complete = options.allowed.foreignTokens
    ? targets.map((target) => withForeignToken(api, target, targets))
    : targets;
  if (!options.allowHttp) refusePlainHttp(api, cases, toSendings(api, complete));
  return complete;
}

/** Adds the token of another region, which this one must refuse. */
function withForeignToken(api: Api, target: Target, targets: readonly Target[]): Target {
  const other = targets.find(({ name }) => name !== target.name);
  const [secret] = api.variables.filter(({ kind }) => kind === 'secret');
  const token = secret === undefined ? undefined : other?.variables[secret.name];
  if (other === undefined || token === undefined || secret === undefined) return target;
  if (target.variables[secret.name] === token) return target;
  const foreignToken = other.secrets.find(({ value }) => value === token)?.variable;
  return {
    ...target,
    variables: { ...target.variables, [otherTokenVariable]: token },
    secrets: [...target.secrets, ...other.secrets],
    ...(foreignToken !== undefined && { foreignToken }),
  };
}

function toTarget(api: Api, region: Region, variables: Values, perMinute: number | undefined): Target {
  const sent = withEscapedKeys(api, variables);
  const secrets = api.variables
    .filter((variable) => isSecret(variable) && variables[variable.name] !== undefined)
    .filter(({ kind, name }) => kind === 'secret' || !isOwnWord(variables[name] ?? ''))
    .flatMap(({ name }) => {
      const variable = envName(api, region, name);
      const value = variables[name] ?? '';
      return [...new Set([value, sent[name] ?? value])].map((one) => ({ value: one, variable }));
    });
  const baseUrl = variables[Object.keys(region.bases)[0] ?? ''] ?? '';
  const pace = perMinute ?? (isLoopback(baseUrl) ? undefined : paceOf(api));
  return {
    name: region.name,
    baseUrl,
    variables: sent,
    secrets,
    ...(pace !== undefined && { perMinute: pace }),
  };
}

/** The values with API keys escaped where newman would send another text than the server must read. */
function withEscapedKeys({ operations }: Api, variables: Values): Values {
  const places = keyPlaces(operations.map(({ auth }) => auth));
  const entries = Object.entries(variables).map(([name, value]) => {
    const special = escaped[places.get(name) ?? 'header'];
    return [name, value.replace(special, encodeURIComponent)] as const;
  });
  return Object.fromEntries(entries);
}

/** In a cookie only its end, because the rest of a copied cookie may be escaped already. */
const escaped = { header: /(?!)/, query: /[%+&#]/g, cookie: /[;\s]/g } as const;

function paceOf({ rateLimit }: Api): number | undefined {
  return rateLimit === undefined ? undefined : (rateLimit.requests * 60) / rateLimit.seconds;
}
