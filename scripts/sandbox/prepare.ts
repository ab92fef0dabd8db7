import type { Variable } from '../model/api.ts';
import type { History } from './history.ts';
import { momentOf, writeMoment } from './moment.ts';
import type { Pm } from './pm.ts';
import { isTemplate, templateProblem } from './template.ts';

/** The variables that requests need. */
export type RequiredVariables = readonly (Pick<Variable, 'name' | 'kind' | 'window'> & {
  /** The operation whose response has a value where the caller gives none. */
  readonly discovered?: string;
})[];

export type PrepareOptions = {
  /** The request to go on with where only an earlier response is missing: the first that does not need it. */
  readonly next?: string;
  /** Whether the whole run ends where a value is missing, because the later requests need the same. */
  readonly ends?: boolean;
  /** Whether the request costs or changes something: then it needs a value of the caller's, not one that was found. */
  readonly lasting?: boolean;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Runs before a request: fills an empty time window with the last 24 hours. If a variable that the request needs is
 * missing or wrong, a failing test says so and nothing is sent (after an error alone newman would send).
 */
export function prepare(
  pm: Pm,
  needs: RequiredVariables,
  { discovered, refused }: Pick<History, 'discovered' | 'refused'>,
  { ends = false, lasting = false, next }: PrepareOptions,
): void {
  const request = JSON.stringify(pm.request.toJSON());
  const isUsed = ({ name, kind }: RequiredVariables[number]): boolean =>
    kind === 'secret' || request.includes(`{{${name}}}`) || (ends && isTemplate(pm.variables.get(name)));
  const url = pm.request.url.toString();
  const used = needs.filter(isUsed).map((one) => ({ ...one, isInUrl: url.includes(`{{${one.name}}}`) }));
  fillWindow(pm, used);
  const problems = [
    ...used.flatMap((need) =>
      lasting && discovered[need.name]
        ? [`\`${need.name}\` is not set, and one that was only found is not run or changed.`]
        : problemOf(need, pm.variables.get(need.name), refused),
    ),
    ...windowProblem(pm, used),
  ];
  if (problems.length === 0) return;
  const advice = 'Set it in the environment and send again.';
  console.error(`Not sent: ${problems.join(' ')} ${advice}`);
  pm.test(`not sent: ${problems.join(' ')}`, () => {
    throw new Error(`${problems.join(' ')} ${advice}`);
  });
  const missing = used.filter(({ name }) => isEmpty(pm.variables.get(name)));
  const unfound = missing.length > 0 && missing.every(({ discovered }) => discovered !== undefined);
  if (ends) pm.execution.setNextRequest((unfound && next) || null);
  pm.execution.skipRequest();
}

/** Sets the time window for this run, if it is empty; a time window given by the caller stays. */
function fillWindow(pm: Pm, needs: RequiredVariables): void {
  const ends = needs.filter(({ window }) => window !== undefined);
  if (ends.some(({ name }) => !isEmpty(pm.variables.get(name)))) return;
  const now = Date.now();
  for (const { name, window } of ends) {
    if (window !== undefined)
      pm.variables.set(name, writeMoment(window.end === 'end' ? now : now - day, window.format));
  }
}

/** What is wrong with a variable's value; secrets are never shown. */
function problemOf(
  { name, kind, discovered, isInUrl }: RequiredVariables[number] & { readonly isInUrl: boolean },
  value: unknown,
  refused: History['refused'],
): string[] {
  const text = String(value);
  const shown = refused[name] ? `one that ${templateProblem}` : 'none';
  const unfound = discovered === undefined ? '' : `, and ${discovered} has shown ${shown}`;
  if (isEmpty(value)) return [`\`${name}\` is not set${unfound}.`];
  if (/^\s*<|\{\{|^your[-_ ]/i.test(text)) return [`\`${name}\` still holds its placeholder.`];
  if (text !== text.trim()) return [`\`${name}\` has a space or a line break around it.`];
  // A token may be Base64, a password anything.
  if (kind === 'secret') return [];
  if (isTemplate(text)) return [`\`${name}\` ${templateProblem}.`];
  if (/^https?:/.test(text)) return text.slice(-1) === '/' ? [`\`${name}\` must not end in a slash.`] : [];
  if (isInUrl && text.indexOf('/') >= 0)
    return [`\`${name}\` holds a slash: copy the id without the slashes around it.`];
  return [];
}

function windowProblem(pm: Pm, needs: RequiredVariables): string[] {
  const start = needs.find(({ window }) => window?.end === 'start');
  const end = needs.find(({ window }) => window?.end === 'end');
  if (start === undefined || end === undefined) return [];
  const from = momentOf(pm.variables.get(start.name));
  const to = momentOf(pm.variables.get(end.name));
  return to < from ? [`\`${end.name}\` is before \`${start.name}\`.`] : [];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === '';
}
