import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UsageError } from '../../base/usage-error.ts';
import { count } from '../../base/words.ts';
import type { Values } from '../../config/values.ts';
import { type PrivateFile, readPrivate } from '../../io/private-files.ts';
import type { Api } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { toEnvironmentFile } from '../../suite/postman/files.ts';
import type { ConsolePage } from './console/read-page.ts';
import { withValues } from './env-lines.ts';

export type PlaceOptions = { readonly out: string };

type Place = Pick<PrivateFile, 'path' | 'before'>;

/** Where both files stand, and what is there already. */
export type EnvPlaces = { readonly environment: Place; readonly env: Place };

/** @throws UsageError where something is there that is never overwritten */
export async function findPlaces(
  api: Api,
  { region }: ConsolePage,
  { out }: PlaceOptions,
): Promise<EnvPlaces> {
  const generated = toEnvironmentFile(api, region, {});
  const environment = await placeAt(join(out, generated.name));
  if (environment.before === generated.text) {
    throw new UsageError(
      `\`${environment.path}\` is the generated environment, which is not for values. Name another folder: --out DIR.`,
    );
  }
  return { environment, env: await placeAt(join(out, '.env')) };
}

async function placeAt(path: string): Promise<Place> {
  return { path, before: await readPrivate(path) };
}

/** @throws UsageError that says what would become of the files that are there */
export function refuseExisting(api: Api, page: ConsolePage, { environment, env }: EnvPlaces): void {
  const own = Object.keys(toLines(api, page, {}, env.before ?? ''));
  const others = Object.keys(parseEnv(env.before ?? '')).filter((name) => !own.includes(name));
  const told = [
    ...(env.before === undefined
      ? []
      : [
          `${env.path}: --force would keep ${count(others.length, 'other variable')}, and set`,
          ...own.map((name) => `  ${name}`),
        ]),
    ...(environment.before === undefined ? [] : [`${environment.path}: --force would replace it`]),
  ];
  if (told.length === 0) return;
  throw new UsageError(
    [
      'Nothing was written, for this is there already:',
      ...told.map((line) => `  ${line}`),
      'Add --force, or name another folder: --out DIR.',
    ].join('\n'),
  );
}

const header = '# Never commit this file. A token belongs to one region.\n';

/** Both files with their new texts: the token is in `.env` only. */
export function toPrivateFiles(
  api: Api,
  page: ConsolePage,
  token: Values,
  { environment, env }: EnvPlaces,
): PrivateFile[] {
  const lines = toLines(api, page, token, env.before ?? '');
  return [
    { ...environment, text: toEnvironmentFile(api, page.region, page.values).text },
    { ...env, text: withValues(env.before ?? header, lines) },
  ];
}

/** The region's variables by their names in `.env`. A secret that is there stays where none is given: it is shown only once. */
export function toLines(api: Api, { region, values }: ConsolePage, token: Values, before: string): Values {
  const there = parseEnv(before);
  const lines = api.variables.flatMap(({ kind, name }): [string, string][] => {
    const line = envName(api, region, name);
    if (kind === 'value') return [[line, values[name] ?? '']];
    if (kind !== 'secret' || (token[name] === undefined && (there[line] ?? '') !== '')) return [];
    return [[line, token[name] ?? '']];
  });
  return Object.fromEntries(lines);
}
