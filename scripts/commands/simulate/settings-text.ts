import sdk from 'postman-collection';
import { shellLine } from '../../base/shell-line.ts';
import { listOf } from '../../base/words.ts';
import { plain } from '../../cases/outgoing.ts';
import { toValues } from '../../config/values.ts';
import type { Api, Operation, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { toCurl } from '../../run/curl.ts';
import { toRequest } from '../../suite/postman/request.ts';
import { variableName } from '../../suite/samples/samples.ts';

type Values = Readonly<Record<string, string>>;

/** A local region that is running. */
export type RunningRegion = { readonly region: Region; readonly url: string; readonly variables: Values };

/** How to reach a local region from Postman and with curl, ready to copy. */
export function settingsText(api: Api, { region, url, variables }: RunningRegion): string {
  const bases = Object.fromEntries(Object.keys(region.bases).map((base) => [base, url]));
  const values = {
    ...toValues(api, region, bases, { env: {}, windowDays: 7, now: Date.now() }),
    ...variables,
  };
  const settings = Object.entries({ ...bases, ...variables });
  const width = Math.max(...settings.map(([name]) => name.length));
  const commands = api.operations.filter(isShown).map((operation) => curlOf(operation, values));
  return [
    `${region.name}  ${url}`,
    '',
    '  Postman: set these variables, or import the simulator environment of this region',
    ...settings.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`),
    '',
    '  The code samples of the documentation, in a shell',
    ...settings.map(([name, value]) => `    export ${variableName(api, name)}=${value}`),
    '',
    '  curl',
    ...commands.map((command) => `    ${command}`),
    '',
  ].join('\n');
}

/**
 * How to run the contract suite against all these regions at once, ready to copy.
 * @param spec the option that names the spec; empty for the program's own
 */
export function suiteText(api: Api, running: readonly RunningRegion[], spec: readonly string[]): string {
  const prefix = api.envPrefix === api.statedPrefix ? [] : ['--env-prefix', api.envPrefix];
  const isAll = running.length === api.regions.length;
  const names = isAll ? [] : running.flatMap(({ region }) => ['--region', region.name]);
  const urls = running.flatMap(({ region, url }) => ['--base-url', `${region.name}=${url}`]);
  const costly = api.operations.filter(({ effects }) => effects === 'costs').map(({ id }) => `\`${id}\``);
  return [
    'The contract suite, in another shell',
    ...running.flatMap(({ region, variables }) =>
      Object.entries(variables).map(([name, value]) => `  export ${envName(api, region, name)}=${value}`),
    ),
    `  ${shellLine('contract', [...spec, ...prefix, ...names, ...urls])}`,
    ...(costly.length === 0
      ? []
      : [`Add --allow-run to also call ${listOf(costly)}, which costs nothing in a local region.`]),
    '',
  ].join('\n');
}

/** The first request that only reads, and those that cost money elsewhere: here they are free. */
function isShown(operation: Operation, index: number, all: readonly Operation[]): boolean {
  const firstRead = all.findIndex(({ method, effects }) => method === 'GET' && effects === 'none');
  return operation.effects === 'costs' || index === firstRead;
}

function curlOf(operation: Operation, values: Values): string {
  const fill = (text: string): string =>
    text.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => values[name] ?? '');
  const request = toRequest(operation, plain(operation), { type: 'none' });
  const { auth } = operation;
  const token: [string, string][] =
    auth.type === 'bearer' ? [['Authorization', `Bearer {{${auth.token}}}`]] : [];
  const headers = [...token, ...request.header.map(({ key, value }) => [key, value] as const)];
  const body = request.body?.mode === 'raw' ? { body: fill(request.body.raw) } : {};
  const filled = headers.map(([name, value]) => [name, fill(value)] as const);
  return toCurl(
    { method: request.method, url: fill(new sdk.Url(request.url).toString()), headers: filled, ...body },
    [],
  );
}
