import type { Outcome } from '../model/outcome.ts';
import type { ClauseResult, Fault } from './clause-result.ts';
import type { Look, Memory } from './memory.ts';
import type { Pm } from './pm.ts';

/** An outcome that may be about earlier answers. */
type Doubtful = Outcome & Pick<Fault, 'against'>;

/** What does not hold between this answer and earlier ones, of those items, may just have moved in between. */
export function against(earlier: readonly (string | undefined)[], held: ClauseResult): ClauseResult {
  const items = earlier.filter((item) => item !== undefined);
  return held === 'held' || 'open' in held || items.length === 0 ? held : { ...held, against: items };
}

/** Of all that does not hold between answers, that of so many cases is looked at again in a run. */
const mostCases = 20;

/** So often a case is looked at again while it is wrong in another way each time. */
const mostLooks = 3;

/**
 * Before it is called a failure that two answers do not agree, both are asked for once more, one right after the
 * other: the earlier one by its item, then this one.
 * @returns whether this answer does not count yet
 */
export function lookAgain(pm: Pm, memory: Memory, key: string, outcomes: readonly Doubtful[]): boolean {
  // What was found wrong in another case is not looked at again.
  const broken = outcomes.filter((one) => one.against !== undefined && !memory.confirmed[one.pointer || '']);
  const items = broken.flatMap((one) => one.against || []);
  if (memory.route.length > 0 || items.length === 0 || isEnough(memory, key, broken)) return false;
  const before = memory.looks[key];
  const message = broken.map((one) => one.message)[0] || '';
  const count = before === undefined ? 1 : before.count + 1;
  memory.looks[key] = { message, items, broken, state: stateOf(memory, items), count };
  const all = [...items, pm.info.requestId];
  memory.route = all.filter((id, index) => all.lastIndexOf(id) === index);
  console.warn(`${message}: both answers are asked for again`);
  return true;
}

function isEnough(memory: Memory, key: string, broken: readonly Doubtful[]): boolean {
  const look = memory.looks[key];
  if (look === undefined) return Object.keys(memory.looks).length >= mostCases;
  return look.count >= mostLooks || broken.every(isSure(memory, look));
}

/** Whether it is wrong just as before, or though nothing has changed. */
function isSure(memory: Memory, look: Look): (outcome: Outcome) => boolean {
  const moved = isMoved(memory, look);
  return ({ pointer, actual }) =>
    !moved || look.broken.some((first) => first.pointer === pointer && first.actual === actual);
}

/**
 * What the last look says. What still does not hold counts if it is wrong in just the same way, or if what it is
 * compared with did not change meanwhile: otherwise it can't be told.
 */
export function settle(
  memory: Memory,
  key: string,
  outcomes: readonly Doubtful[],
): { readonly outcomes: readonly Outcome[]; readonly before?: string } {
  const look = memory.looks[key];
  if (look === undefined || look.settled) return { outcomes };
  look.settled = true;
  const moved = isMoved(memory, look);
  const sure = isSure(memory, look);
  const broken = outcomes.filter((one) => one.against !== undefined);
  if (broken.length === 0) return moved ? { outcomes } : { outcomes, before: look.message };
  for (const one of broken.filter(sure)) memory.confirmed[one.pointer || ''] = true;
  return { outcomes: outcomes.map((one) => (sure(one) ? one : toOpen(one))) };
}

function toOpen(outcome: Doubtful): Outcome {
  const { check, message, pointer, against: items } = outcome;
  // Nobody promises that the same request gets the same answer: an answer that names the time never does.
  if (items === undefined || check === 'repeat') return outcome;
  const open = `${message}, but what it was compared with changed meanwhile; run it again when less is going on`;
  return { check, verdict: 'inconclusive', message: open, ...(pointer !== undefined && { pointer }) };
}

/** Goes on to the next item of those that are asked for again. */
export function goRound(pm: Pm, memory: Memory): boolean {
  const next = memory.route.shift();
  if (next === undefined) return false;
  // A list is walked through from its beginning.
  for (const id of Object.keys(memory.items))
    if (memory.items[id] === next) {
      const page = memory.tables[id]?.operations[id]?.derived.find(({ take }) => take === 'page');
      if (page !== undefined) pm.variables.set(page.variable, '1');
      delete memory.walks[id];
      delete memory.pending[id];
    }
  pm.execution.setNextRequest(next);
  return true;
}

function isMoved(memory: Memory, { items, state }: Look): boolean {
  return stateOf(memory, items) !== state;
}

/** The last answers of items, as a text to be compared. */
function stateOf(memory: Memory, items: readonly string[]): string {
  return JSON.stringify(items.map((id) => memory.states[id]));
}
