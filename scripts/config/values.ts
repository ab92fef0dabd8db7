import type { Env } from '../base/env.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Api, Region, Variable } from '../model/api.ts';
import { envName } from '../model/env-name.ts';
import { urlProblem } from '../model/url-problem.ts';

/** Values of Postman's variables by name. */
export type Values = Readonly<Record<string, string>>;

const day = 24 * 60 * 60 * 1000;

/**
 * The values of a region's variables: its base URLs, and the rest from the environment, else the time window that
 * ends at `now` (milliseconds since the epoch). What is not known is missing.
 */
export function toValues(
  api: Api,
  region: Region,
  env: Env,
  bases: Values,
  windowDays: number,
  now: number,
): Values {
  const start = now - windowDays * day;
  const entries = api.variables.flatMap((variable): [string, string][] => {
    const given = env[envName(api, region, variable.name)]?.trim() ?? '';
    const known = given === '' ? timeOf(variable, start, now) : given;
    const value = variable.kind === 'base' ? bases[variable.name] : known;
    return value === undefined || value === '' ? [] : [[variable.name, value]];
  });
  return Object.fromEntries(entries);
}

/** Fails with the name of every variable that is missing, and with what is wrong about the others. */
export function requireValues(
  api: Api,
  region: Region,
  values: Values,
  needed: readonly Variable[],
): string[] {
  const bearers = new Set(api.operations.flatMap(({ auth }) => (auth.type === 'bearer' ? auth.token : [])));
  const faults = needed.flatMap((variable) => {
    const name = envName(api, region, variable.name);
    const value = values[variable.name];
    if (value === undefined && variable.discover !== undefined) return [];
    if (value === undefined) return [`${name} is not set. ${variable.description}`.trim()];
    const token = bearers.has(variable.name) ? tokenFault(value) : [];
    return [...faultOf(variable, value), ...token].slice(0, 1).map((fault) => `${name} ${fault}`);
  });
  return faults.length > 0 ? faults : windowFaults(api, region, values, needed);
}

/** A window that ends before it begins is empty, whatever the API says of it. */
function windowFaults(api: Api, region: Region, values: Values, needed: readonly Variable[]): string[] {
  const ends = (which: 'start' | 'end'): readonly Variable[] =>
    needed.filter(({ window }) => window?.end === which);
  const timeAt = ({ name }: Variable): number => Date.parse(values[name] ?? '');
  return ends('start').flatMap((start) =>
    ends('end')
      .filter((end) => start.window?.format === end.window?.format && timeAt(start) > timeAt(end))
      .map((end) => `${envName(api, region, start.name)} is later than ${envName(api, region, end.name)}.`),
  );
}

/**
 * Fails with what is wrong about the values of any region.
 * @param faultsOf by the region's name, empty where it can be run
 */
export function throwFaults(faultsOf: ReadonlyMap<string, readonly string[]>): void {
  const faults = [...faultsOf.values()].flat();
  if (faults.length === 0) return;
  const [whole] = [...faultsOf].filter(([, own]) => own.length === 0);
  const alone = whole === undefined ? '' : `, run one alone with \`--region ${whole[0]}\``;
  const advice = `Set them in the environment or in a file \`.env\`${alone}, or run with --simulate.`;
  throw new UsageError(
    ['These values are missing or wrong:', ...faults.map((fault) => `  ${fault}`), advice].join('\n'),
  );
}

/** What can't be sent, or would be sent to another address than people think. */
function faultOf({ kind, window }: Variable, value: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value))
    return ['holds a control character or a line break: copy it again, as one line.'];
  if (kind === 'base') {
    const fault = urlProblem(value);
    return fault === undefined ? [] : [`can't be used: ${fault}.`];
  }
  if (kind === 'time' && /[+%&#\s]/.test(value)) return ['must be a time in UTC, without an offset.'];
  if (window !== undefined && !forms[window.format].test(value))
    return [`must look like \`${timeOf({ window }, example, example)}\`, in UTC.`];
  if (kind === 'value' && (/[/?#%&+\\\s]/.test(value) || /^\.+$/.test(value))) {
    return ['holds a slash, a space or another sign that has a meaning in a URL: copy the id alone.'];
  }
  return kind === 'secret' ? placeholderFault(value) : [...openFault(value), ...placeholderFault(value)];
}

/** A brace at the end may come to stand before another one; a secret stands alone. */
function openFault(value: string): string[] {
  return value.endsWith('{')
    ? ['ends in `{`, which Postman may take for the beginning of a variable: copy it again.']
    : [];
}

function placeholderFault(value: string): string[] {
  return /^<.*>$|\{\{/.test(value) ? ['still holds its placeholder.'] : [];
}

const example = Date.UTC(2026, 0, 31, 12);

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/;

/** How the ends of a time window are written, by the format of their parameters. */
const forms = { date: /^\d{4}-\d\d-\d\d$/, 'date-time': moment, naive: moment } as const;

/** What people copy along with a bearer token, of which neither is a part (RFC 6750, section 2.1). */
function tokenFault(value: string): string[] {
  if (/^bearer(\s|$)/i.test(value))
    return ['begins with `Bearer`, which is added to it: give the token alone.'];
  if (/^["'`]|["'`]$/.test(value)) return ['stands in quotes: give the token without them.'];
  return /^[\x20-\x7e]*$/.test(value)
    ? []
    : ['holds a sign beyond ASCII, which no token has: copy it again.'];
}

function timeOf({ window }: Pick<Variable, 'window'>, start: number, end: number): string | undefined {
  if (window === undefined) return undefined;
  const text = new Date(window.end === 'end' ? end : start).toISOString();
  if (window.format === 'date') return text.slice(0, 10);
  return window.format === 'date-time' ? `${text.slice(0, 19)}Z` : text.slice(0, 19);
}
