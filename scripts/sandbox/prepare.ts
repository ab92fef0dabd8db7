import type { Variable, Window } from '../model/api.ts';
import type { Pm } from './pm.ts';

/** The variables that requests need, as the generator wrote them down. */
export type Needs = readonly Pick<Variable, 'name' | 'kind' | 'window'>[];

const day = 24 * 60 * 60 * 1000;

/**
 * Runs before a request: fills an empty time window with the last 24 hours. When a variable that the request needs
 * is missing or wrong, a failing test says so in words and nothing is sent (newman would send after a mere error).
 * @param ends whether the whole run ends then, for what follows needs the same
 */
export function prepare(pm: Pm, needs: Needs, ends = false): void {
  const request = JSON.stringify(pm.request.toJSON());
  const used = needs.filter(({ name, kind }) => kind === 'secret' || request.includes(`{{${name}}}`));
  fillWindow(pm, used);
  const faults = [
    ...used.flatMap((need) => faultOf(need, pm.variables.get(need.name))),
    ...windowFault(pm, used),
  ];
  if (faults.length === 0) return;
  const advice = 'Set it in the environment (top right in Postman, --env-var in newman) and send again.';
  console.error(`Not sent: ${faults.join(' ')} ${advice}`);
  pm.test(`not sent: ${faults.join(' ')}`, () => {
    throw new Error(`${faults.join(' ')} ${advice}`);
  });
  if (ends) pm.execution.setNextRequest(null);
  pm.execution.skipRequest();
}

/** Sets the time window for this run, if it is empty; a time window given by the caller stays. */
function fillWindow(pm: Pm, needs: Needs): void {
  const ends = needs.filter(({ window }) => window !== undefined);
  if (ends.some(({ name }) => !isEmpty(pm.variables.get(name)))) return;
  const now = Date.now();
  for (const { name, window } of ends) {
    if (window !== undefined)
      pm.variables.set(name, writeTime(window.end === 'end' ? now : now - day, window));
  }
}

function writeTime(time: number, { format }: Window): string {
  const text = new Date(time).toISOString();
  if (format === 'date') return text.slice(0, 10);
  return format === 'date-time' ? `${text.slice(0, 19)}Z` : text.slice(0, 19);
}

/** In words, what is wrong with a variable's value; secrets are never shown. */
function faultOf({ name, kind }: Needs[number], value: unknown): string[] {
  const text = String(value);
  if (isEmpty(value)) return [`\`${name}\` is not set.`];
  if (/^\s*<|\{\{|^your[-_ ]/i.test(text)) return [`\`${name}\` still holds its placeholder.`];
  if (text !== text.trim()) return [`\`${name}\` has a space or a line break around it.`];
  // A token may be Base64, a password anything.
  if (kind === 'secret') return [];
  if (/^https?:/.test(text)) return text.slice(-1) === '/' ? [`\`${name}\` must not end in a slash.`] : [];
  if (text.indexOf('/') >= 0)
    return [`\`${name}\` holds a slash: copy the id without the slashes around it.`];
  return [];
}

function windowFault(pm: Pm, needs: Needs): string[] {
  const start = needs.find(({ window }) => window?.end === 'start');
  const end = needs.find(({ window }) => window?.end === 'end');
  if (start === undefined || end === undefined) return [];
  const from = timeOf(pm.variables.get(start.name));
  const to = timeOf(pm.variables.get(end.name));
  return to < from ? [`\`${end.name}\` is before \`${start.name}\`.`] : [];
}

/** Milliseconds since the epoch; a time without a zone is UTC. */
function timeOf(value: unknown): number {
  const text = String(value);
  return Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === '';
}
