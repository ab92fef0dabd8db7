import type { Env } from '../base/env.ts';
import { UsageError } from '../base/usage-error.ts';
import type { Api, Region, Variable } from '../model/api.ts';
import { credentialsOf } from '../model/credentials.ts';
import { envName } from '../model/env-name.ts';
import { urlProblem } from '../model/url-problem.ts';

/** Values of Postman variables by name. */
export type Values = Readonly<Record<string, string>>;

const day = 24 * 60 * 60 * 1000;

/**
 * The values of a region's variables: its base URLs, and the others from the environment. A time window that is not set
 * ends at `now` (milliseconds since the epoch).
 */
export function toValues(
  api: Api,
  region: Region,
  bases: Values,
  { env, windowDays, now }: { readonly env: Env; readonly windowDays: number; readonly now: number },
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

/** Reports all variables that are missing or have a wrong value. */
export function requireValues(
  api: Api,
  region: Region,
  values: Values,
  needed: readonly Variable[],
): string[] {
  const credentials = api.operations.flatMap(({ auth }) => credentialsOf(auth));
  const bearers = new Set(credentials.flatMap((one) => (one.type === 'bearer' ? one.token : [])));
  const problems = needed.flatMap((variable) => {
    const name = envName(api, region, variable.name);
    const value = values[variable.name];
    if (value === undefined && variable.discover !== undefined) return [];
    if (value === undefined) return [`${name} is not set. ${variable.description}`.trim()];
    const token = bearers.has(variable.name) ? tokenProblems(value) : [];
    return [...problemsIn(variable, value), ...token].slice(0, 1).map((problem) => `${name} ${problem}`);
  });
  return problems.length > 0 ? problems : windowProblems(api, region, values, needed);
}

/** A window that ends before it begins is always empty. */
function windowProblems(api: Api, region: Region, values: Values, needed: readonly Variable[]): string[] {
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
 * @throws UsageError if any region has problems
 * @param problemsOf the problems by the region's name
 */
export function throwProblems(problemsOf: ReadonlyMap<string, readonly string[]>): void {
  const problems = [...problemsOf.values()].flat();
  if (problems.length === 0) return;
  const [whole] = [...problemsOf].filter(([, own]) => own.length === 0);
  const alone = whole === undefined ? '' : `, run one region alone with \`--region ${whole[0]}\``;
  const advice = `Set them in the environment or in a file \`.env\`${alone}, or run with --simulate.`;
  throw new UsageError(
    ['These values are missing or wrong:', ...problems.map((problem) => `  ${problem}`), advice].join('\n'),
  );
}

/** Values that can't be sent, or would be sent to another address than expected. */
function problemsIn({ kind, window }: Variable, value: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value))
    return ['contains a control character or a line break: copy it again, as one line.'];
  if (kind === 'base') {
    const problem = urlProblem(value);
    return problem === undefined ? [] : [`can't be used: ${problem}.`];
  }
  if (kind === 'time' && /[+%&#\s]/.test(value)) return ['must be a time in UTC, without an offset.'];
  if (window !== undefined && !forms[window.format].test(value))
    return [`must look like \`${timeOf({ window }, example, example)}\`, in UTC.`];
  if (kind === 'value' && (/[/?#%&+\\\s]/.test(value) || /^\.+$/.test(value))) {
    return ['contains a slash, a space or another character with a meaning in a URL: copy only the id.'];
  }
  return kind === 'secret'
    ? placeholderProblems(value)
    : [...openProblems(value), ...placeholderProblems(value)];
}

/** In a request, another brace may follow one at the end. This doesn't apply to secrets, which are sent alone. */
function openProblems(value: string): string[] {
  return value.endsWith('{')
    ? ['ends in `{`, which Postman may read as the beginning of a variable: copy it again.']
    : [];
}

function placeholderProblems(value: string): string[] {
  return /^<.*>$|\{\{/.test(value) ? ['is still a placeholder.'] : [];
}

const example = Date.UTC(2026, 0, 31, 12);

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/;

/** The patterns of the ends of a time window, by the format of their parameters. */
const forms = { date: /^\d{4}-\d\d-\d\d$/, 'date-time': moment, naive: moment } as const;

/** Texts that people copy with a bearer token but that are not part of it (RFC 6750, section 2.1). */
function tokenProblems(value: string): string[] {
  if (/^bearer(\s|$)/i.test(value))
    return ['begins with `Bearer`, which is added automatically: set only the token.'];
  if (/^["'`]|["'`]$/.test(value)) return ['is in quotes: set the token without them.'];
  return /^[\x20-\x7e]*$/.test(value)
    ? []
    : ['contains a character beyond ASCII, which is not valid in a token: copy it again.'];
}

function timeOf({ window }: Pick<Variable, 'window'>, start: number, end: number): string | undefined {
  if (window === undefined) return undefined;
  const text = new Date(window.end === 'end' ? end : start).toISOString();
  if (window.format === 'date') return text.slice(0, 10);
  return window.format === 'date-time' ? `${text.slice(0, 19)}Z` : text.slice(0, 19);
}
