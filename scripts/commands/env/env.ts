import { relative } from 'node:path';
import { parseEnv } from 'node:util';
import { ExitCode } from '../../base/exit-code.ts';
import { readPackage } from '../../base/package.ts';
import { shellLine } from '../../base/shell-line.ts';
import { UsageError } from '../../base/usage-error.ts';
import { requireValues } from '../../config/values.ts';
import { writePrivate } from '../../io/private-files.ts';
import { createFolder } from '../../io/write-files.ts';
import type { Api, Variable } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { openSpec, type SpecOptions } from '../../openapi/open-spec.ts';
import type { Context } from '../context.ts';
import { askForToken, type TokenOptions } from './ask-for-token.ts';
import { type ConsolePage, readPage } from './console/read-page.ts';
import {
  type EnvFileOptions,
  type EnvFiles,
  findEnvFiles,
  refuseExisting,
  toLines,
  toPrivateFiles,
} from './env-files.ts';

/** The options of `env`. */
export type EnvOptions = TokenOptions &
  EnvFileOptions &
  SpecOptions & { readonly consoleUrl: string; readonly force: boolean };

/** Writes a Postman environment and a `.env` with the ids from an address of the console. */
export async function env(options: EnvOptions, context: Context): Promise<ExitCode> {
  const opened = await openSpec(options, context);
  if (opened === undefined) return ExitCode.badSpec;
  const { api } = opened;
  const page = readPage(api, options.consoleUrl);
  const places = await findEnvFiles(api, page, options);
  if (!options.force) refuseExisting(api, page, places);
  const token = await askForToken(api, page.region, options, context);
  if (token === undefined) {
    context.err('Interrupted. Nothing was written.');
    return ExitCode.interrupted;
  }
  const values = { ...page.values, ...token };
  const given = api.variables.filter(({ name }) => name in values);
  const problems = requireValues(api, page.region, values, given);
  if (problems.length > 0) throw new UsageError([...problems, 'Nothing was written.'].join('\n'));
  const files = toPrivateFiles(api, page, token, places);
  await createFolder(options.out);
  await writePrivate(files);
  context.out(filledText(api, { ...page, values }, places, options));
  const shadowed = Object.keys(toLines(api, page, token, '')).filter(
    (name) => context.env[name] !== undefined,
  );
  if (shadowed.length > 0) {
    context.err(`warning: the environment also sets ${shadowed.join(', ')}, and overrides .env.`);
  }
  return ExitCode.kept;
}

/** What is filled in, what is empty, and what to do next. */
function filledText(
  api: Api,
  { region, values }: ConsolePage,
  { environment, env }: EnvFiles,
  { spec, envPrefix, out }: EnvOptions,
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
