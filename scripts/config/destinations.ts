import { groupBy } from '../base/group-by.ts';
import { UsageError } from '../base/usage-error.ts';
import { listOf } from '../base/words.ts';
import type { Case } from '../cases/case.ts';
import type { Api, Region } from '../model/api.ts';
import type { Destination } from '../model/destination.ts';
import { envName } from '../model/env-name.ts';
import { isSecret } from '../model/to-variables.ts';
import { isLoopback } from './base-url.ts';
import { variablesOf } from './needed.ts';
import type { Target } from './target.ts';
import type { Values } from './values.ts';

export type Sending = {
  readonly region: Region;
  /** The base URLs by variable. */
  readonly bases: Values;
  /** The environment variable of another region's token, if it is sent to this region. */
  readonly foreignToken?: string | undefined;
};

/** The base URLs of each region of a run. */
export function toSendings({ regions }: Api, targets: readonly Target[]): Sending[] {
  return targets.flatMap(({ name, variables, foreignToken }) => {
    const region = regions.find((candidate) => candidate.name === name);
    if (region === undefined) return [];
    const bases = Object.keys(region.bases).map((base) => [base, variables[base] ?? ''] as const);
    return [{ region, bases: Object.fromEntries(bases), foreignToken }];
  });
}

/** All hosts of a region, including those of paths and operations with their own servers. */
export function toDestinations(
  api: Api,
  cases: readonly Case[],
  { region, bases, foreignToken }: Sending,
): Destination[] {
  const byUrl = groupBy(Object.entries(bases), ([, url]) => url);
  return byUrl.map((group) => {
    const names = new Set(group.map(([name]) => name));
    const sent = cases.filter(({ operation }) => names.has(operation.base));
    const used = new Set(sent.flatMap(variablesOf));
    const own = api.variables.filter(({ kind, name }) => kind !== 'base' && used.has(name));
    const foreign = sent.some(({ guard }) => guard === 'elsewhere') ? [foreignToken] : [];
    return {
      region: region.name,
      url: group[0]?.[1] ?? '',
      cases: sent.length,
      variables: [
        ...own.map(({ name }) => envName(api, region, name)),
        ...foreign.flatMap((name) => name ?? []),
      ],
    };
  });
}

/** @throws UsageError if credentials would go to another machine without encryption */
export function refusePlainHttp(api: Api, cases: readonly Case[], all: readonly Sending[]): void {
  const secrets = { ...api, variables: api.variables.filter(isSecret) };
  const open = all
    .flatMap((sending) => toDestinations(secrets, cases, sending))
    .filter(({ url, variables }) => variables.length > 0 && /^http:/i.test(url) && !isLoopback(url));
  if (open.length === 0) return;
  const lines = open.map(
    ({ region, url, variables }) => `  ${region}: ${url} would receive ${listOf(variables)}`,
  );
  throw new UsageError(
    [
      'Credentials would be sent over http, which everyone on the network can read:',
      ...lines,
      'Use https, for example with --base-url REGION=https://…. If you want http, add --allow-http.',
    ].join('\n'),
  );
}
