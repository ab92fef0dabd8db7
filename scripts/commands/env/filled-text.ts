import { relative } from 'node:path';
import { parseEnv } from 'node:util';
import { readPackage } from '../../base/package.ts';
import { shellLine } from '../../base/shell-line.ts';
import type { Api, Variable } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import type { ConsolePage } from './console/read-page.ts';
import type { EnvFileOptions, EnvFiles } from './env-files.ts';

export type FilledOptions = EnvFileOptions & { readonly spec: string; readonly envPrefix?: string };

/** What is filled in, what is empty, and what to do next. */
export function filledText(
  api: Api,
  { region, values }: ConsolePage,
  { environment, env }: EnvFiles,
  { spec, envPrefix, out }: FilledOptions,
): string {
  const there = parseEnv(env.before ?? '');
  const own = api.variables.filter(({ kind }) => kind === 'value' || kind === 'secret');
  const states = own.map((variable) => {
    const line = there[envName(api, region, variable.name)] ?? '';
    return { ...variable, state: stateOf(variable, values[variable.name], line) };
  });
  const width = Math.max(...own.map(({ name }) => name.length));
  const secrets = states.filter(({ kind }) => kind === 'secret');
  const empty = secrets.filter(({ state }) => state === 'empty');
  const given = spec === readPackage().spec ? [] : ['--spec', spec];
  const prefix = envPrefix === undefined ? [] : ['--env-prefix', envPrefix];
  return [
    `Region ${region.name}`,
    ...states.map(({ name, state }) => `  ${name.padEnd(width)}  ${state}`),
    '',
    'Written, readable by you only. Commit neither:',
    `  ${environment.path}`,
    `  ${env.path}`,
    '',
    'In Postman',
    '  Import the environment and the collection, select the environment,',
    '  and fill in what is empty.',
    ...secrets.flatMap(({ name }) => [
      `  This file never contains \`${name}\`, because environments are easily shared.`,
      '  Paste it in Postman as the current value, which stays with you.',
    ]),
    '',
    'The contract suite',
    ...empty.map(({ name }) => `  Write \`${name}\` after ${envName(api, region, name)}= in that .env.`),
    ...(relative('.', out) === ''
      ? []
      : ['  It reads the .env of its working directory: move that file there.']),
    `  ${shellLine('contract', [...given, ...prefix, '--region', region.name])}`,
  ].join('\n');
}

function stateOf({ kind, discover }: Variable, value: string | undefined, there: string): string {
  if (kind === 'value') {
    return value ?? `empty${discover === undefined ? '' : '; the suite takes one from the lists'}`;
  }
  if (value !== undefined) return 'in .env only';
  return there === '' ? 'empty' : 'in .env only, as before';
}
