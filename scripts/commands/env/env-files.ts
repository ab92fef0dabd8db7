import { join } from 'node:path';
import { isDeepStrictEqual, parseEnv } from 'node:util';
import { UsageError } from '../../base/usage-error.ts';
import { count } from '../../base/words.ts';
import type { Values } from '../../config/values.ts';
import { type PrivateFile, readPrivate } from '../../io/private-files.ts';
import type { Api } from '../../model/api.ts';
import { envName } from '../../model/env-name.ts';
import { toEnvironmentFile } from '../../suite/postman/files.ts';
import type { ConsolePage } from './console/read-page.ts';

/** The folder of both files. */
export type EnvFileOptions = { readonly out: string };

type Place = Pick<PrivateFile, 'path' | 'before'>;

/** Both files to write, with their present contents. */
export type EnvFiles = { readonly environment: Place; readonly env: Place };

/** @throws UsageError if a file exists that is never overwritten */
export async function findEnvFiles(
  api: Api,
  { region }: ConsolePage,
  { out }: EnvFileOptions,
): Promise<EnvFiles> {
  const generated = toEnvironmentFile(api, region, {});
  const environment = await placeAt(join(out, generated.name));
  if (environment.before === generated.text) {
    throw new UsageError(
      `\`${environment.path}\` is the generated environment, which must not contain values. Name another folder: --out DIR.`,
    );
  }
  return { environment, env: await placeAt(join(out, '.env')) };
}

async function placeAt(path: string): Promise<Place> {
  return { path, before: await readPrivate(path) };
}

/** @throws UsageError that says what `--force` would do to the existing files */
export function refuseExisting(api: Api, page: ConsolePage, { environment, env }: EnvFiles): void {
  const own = Object.keys(toLines(api, page, {}, env.before ?? ''));
  const others = Object.keys(parseEnv(env.before ?? '')).filter((name) => !own.includes(name));
  const existing = [
    ...(env.before === undefined
      ? []
      : [
          `${env.path}: --force would keep ${count(others.length, 'other variable')} and set`,
          ...own.map((name) => `  ${name}`),
        ]),
    ...(environment.before === undefined ? [] : [`${environment.path}: --force would replace it`]),
  ];
  if (existing.length === 0) return;
  throw new UsageError(
    [
      'Nothing was written, because files exist already:',
      ...existing.map((line) => `  ${line}`),
      'Add --force, or name another folder: --out DIR.',
    ].join('\n'),
  );
}

const header = '# Never commit this file. A token belongs to one region.\n';

/** Both files with their new texts. Only `.env` contains the token. */
export function toPrivateFiles(
  api: Api,
  page: ConsolePage,
  token: Values,
  { environment, env }: EnvFiles,
): PrivateFile[] {
  const lines = toLines(api, page, token, env.before ?? '');
  return [
    { ...environment, text: toEnvironmentFile(api, page.region, page.values).text },
    { ...env, text: setEnvValues(env.before ?? header, lines) },
  ];
}

/** The region's variables by their names in `.env`. An existing secret stays if none is given: a console shows it only once. */
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

/**
 * The text of a `.env` in which these variables have these values, and every other line is unchanged.
 * @throws UsageError if reading the text back would give other values
 */
export function setEnvValues(before: string, values: Values): string {
  const names = Object.keys(values);
  const written = new Set<string>();
  const kept = before.split('\n').flatMap((line) => {
    const name = names.find((one) => new RegExp(`^\\s*(export\\s+)?${one}\\s*=`).test(line));
    if (name === undefined) return [line];
    if (written.has(name)) return [];
    written.add(name);
    return [toLine(name, values[name] ?? '')];
  });
  const missing = names.filter((name) => !written.has(name)).map((name) => toLine(name, values[name] ?? ''));
  const text = missing.length === 0 ? kept.join('\n') : append(kept.join('\n'), missing);
  const there = parseEnv(before);
  // Only the first line of a multi-line value would be replaced.
  const isLong = names.some((name) => there[name]?.includes('\n'));
  if (isLong || !isDeepStrictEqual({ ...parseEnv(text) }, { ...there, ...values })) {
    throw new UsageError(
      'The values can not be written to .env so that they are read back unchanged. Nothing was written: edit .env by hand.',
    );
  }
  return text;
}

/** Appends the lines after an empty one. */
function append(text: string, lines: readonly string[]): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return [text, end, text === '' ? '' : '\n', lines.join('\n'), '\n'].join('');
}

/** In quotes if a character would end the value or begin a comment. */
function toLine(name: string, value: string): string {
  if (/^[\w.~+/=:-]*$/.test(value)) return `${name}=${value}`;
  const quote = ["'", '"', '`'].find((one) => !value.includes(one)) ?? '"';
  return `${name}=${quote}${value}${quote}`;
}
