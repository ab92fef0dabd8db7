import sdk from 'postman-collection';
import { shellLine } from '../../base/shell-line.ts';
import { plain } from '../../cases/outgoing.ts';
import { toValues } from '../../config/values.ts';
import type { Api, Operation, Region } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { toCurl } from '../../run/curl.ts';
import { toRequest } from '../../suite/postman/request.ts';
import { variableName } from '../../suite/samples/samples.ts';

type Values = Readonly<Record<string, string>>;

/** How to reach a local region from Postman, with curl and with the contract suite, ready to copy. */
export function settingsText(api: Api, region: Region, url: string, variables: Values): string {
  const bases = Object.fromEntries(Object.keys(region.bases).map((base) => [base, url]));
  const values = {
    ...toValues(api, region, bases, { env: {}, windowDays: 7, now: Date.now() }),
    ...variables,
  };
  const settings = Object.entries({ ...bases, ...variables });
  const width = Math.max(...settings.map(([name]) => name.length));
  const prefix = api.envPrefix === api.statedPrefix ? [] : ['--env-prefix', api.envPrefix];
  const commands = api.operations.filter(isShown).map((operation) => curlOf(operation, values));
  return [
    `${region.name}  ${url}`,
    '',
    '  Postman: set these variables, or import the simulator environment of this region',
    ...settings.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`),
    '',
    '  The contract suite, in a shell',
    ...Object.entries(variables).map(([name, value]) => `    export ${envName(api, region, name)}=${value}`),
    `    ${shellLine('contract', [...prefix, '--region', region.name, '--base-url', `${region.name}=${url}`])}`,
    '',
    '  The code samples of the documentation, in a shell',
    ...settings.map(([name, value]) => `    export ${variableName(api, name)}=${value}`),
    '',
    '  curl',
    ...commands.map((command) => `    ${command}`),
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
