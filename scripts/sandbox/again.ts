import type { Outcome } from '../model/outcome.ts';
import type { Fault, Held } from './hold.ts';
import type { Memory } from './memory.ts';
import type { Pm } from './pm.ts';

/** An outcome that may be about earlier answers. */
type Doubtful = Outcome & Pick<Fault, 'against'>;

/** What does not hold between this answer and earlier ones of those operations may just have moved in between. */
export function against(operations: readonly string[], held: Held): Held {
  return held === 'held' || 'open' in held || operations.length === 0
    ? held
    : { ...held, against: operations };
}

/** Of all that does not hold between answers, so much is looked at again in a run. */
const most = 20;

/**
 * Before it is called a failure that two answers do not agree, both are asked for once more, one right after the
 * other: the earlier one by its item, then this one.
 * @returns whether this answer does not count yet
 */
export function lookAgain(pm: Pm, memory: Memory, key: string, outcomes: readonly Doubtful[]): boolean {
  const broken = outcomes.filter((one) => one.against !== undefined && isNews(memory, one));
  const operations = broken.flatMap((one) => one.against || []);
  const items = operations.map((id) => memory.items[id]).filter((id) => id !== undefined);
  const enough = memory.route.length > 0 || Object.keys(memory.looks).length >= most;
  if (enough || memory.looks[key] !== undefined || items.length === 0) return false;
  const message = broken.map((one) => one.message)[0] || '';
  memory.looks[key] = { message, operations, broken, before: stateOf(memory, operations) };
  const all = [...items, pm.info.requestId];
  memory.route = all.filter((id, index) => all.lastIndexOf(id) === index);
  console.warn(`${message}: both answers are asked for again`);
  return true;
}

/** What was found wrong twice is not looked at again elsewhere. */
function isNews(memory: Memory, { pointer = '' }: Doubtful): boolean {
  return !memory.confirmed[pointer];
}

/**
 * What the second look says. What still does not hold counts if it is wrong in just the same way, or if what it is
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
  const moved = stateOf(memory, look.operations) !== look.before;
  if (moved)
    for (const id of look.operations) {
      // Those answers are of another time.
      delete memory.asked[id];
      delete memory.totals[id];
    }
  const broken = outcomes.filter((one) => one.against !== undefined);
  if (broken.length === 0) return moved ? { outcomes } : { outcomes, before: look.message };
  const isSure = ({ pointer, actual }: Outcome): boolean =>
    !moved || look.broken.some((first) => first.pointer === pointer && first.actual === actual);
  for (const one of broken.filter(isSure)) memory.confirmed[one.pointer || ''] = true;
  return { outcomes: outcomes.map((one) => (isSure(one) ? one : toOpen(one))) };
}

function toOpen(outcome: Doubtful): Outcome {
  const { check, message, pointer, against: operations } = outcome;
  if (operations === undefined) return outcome;
  const open = `${message}, but ${operations.join(' and ')} changed while it was compared; run it again when less is going on`;
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

/** What is known of operations, as a text to be compared. */
function stateOf(memory: Memory, operations: readonly string[]): string {
  return JSON.stringify(operations.map((id) => [memory.lists[id]?.items, memory.answers[`${id} counts`]]));
}
