import type { List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, unlessEmpty } from './clause-result.ts';
import type { Exchange } from './exchange.ts';
import { areNamed, identitiesOf } from './identities.ts';
import type { WholeList } from './memory.ts';
import { totalIn } from './paging.ts';
import { against } from './recheck.ts';

/**
 * Remembers the items, and how many there are, by the question that they answer. Once every value of a filter that no
 * property shows has been asked for, their lists must be disjoint and together the whole.
 */
export function recallParts(
  { operationId, memory, sent, value, hold }: Exchange,
  list: List,
  items: readonly unknown[],
  narrowed: readonly string[],
  { whole, complete }: { readonly whole: WholeList; readonly complete: boolean },
): Outcome[] {
  const asked = memory.asked[operationId] || {};
  const totals = memory.totals[operationId] || {};
  memory.asked[operationId] = asked;
  memory.totals[operationId] = totals;
  const question = questionOf(sent.query, list);
  totals[question] = totalIn(value, list.page) ?? items.length;
  if (complete) asked[question] = items;
  // The whole list itself answers the plain question.
  if (narrowed.length > 0) memory.givers[`${operationId} ${question}`] = memory.current;
  const name = narrowed[0];
  const filter = name === undefined || narrowed.length > 1 ? undefined : list.filters[name];
  if (name === undefined || filter === undefined || filter.keep !== 'apart') return [];
  const questions = filter.values.map((one) => questionOf({ ...whole.query, [name]: one }, list));
  if (questions.some((one) => totals[one] === undefined)) return [];
  const parts = questions.map((one) => asked[one]);
  const sum = questions.reduce((count, one) => count + (totals[one] || 0), 0);
  const held = against(
    [memory.items[operationId], ...questions.map((one) => memory.givers[`${operationId} ${one}`])],
    [...parts, whole.items].some((part) => part === undefined || !areNamed(part, list))
      ? addUp(name, sum, whole.items.length)
      : together(
          name,
          parts.flatMap((part) => identitiesOf(part || [], list)),
          identitiesOf(whole.items, list),
        ),
  );
  // If all items are under one value, nothing shows that the values do anything.
  const isTelling = questions.filter((one) => totals[one] !== 0).length > 1;
  return unlessEmpty(held, isTelling).map((one) => hold('filter', filter, one));
}

function addUp(name: string, sum: number, whole: number): ClauseResult {
  if (sum === whole) return 'held';
  const message = `the lists of all values of ${name} do not add up to the whole`;
  return { message, expected: `${whole} items`, actual: `${sum} items` };
}

/** All that is sent, but for page and order. */
export function questionOf(query: Readonly<Record<string, string>>, list: List | undefined): string {
  const aside = [list?.page?.number, list?.page?.size, list?.sort?.by, list?.sort?.direction];
  const names = Object.keys(query).filter((name) => aside.indexOf(name) < 0);
  return JSON.stringify(names.sort().map((name) => [name, query[name]]));
}

function together(name: string, parts: readonly string[], whole: readonly string[]): ClauseResult {
  const seen = new Set<string>();
  const twice = parts.filter((identity) => seen.size === seen.add(identity).size)[0];
  const missing = whole.filter((identity) => !seen.has(identity))[0];
  const expected = `each item under one value of ${name}`;
  if (twice !== undefined)
    return { message: `two values of ${name} keep the same item`, expected, actual: twice };
  if (missing === undefined) return 'held';
  return { message: `no value of ${name} keeps an item of the whole list`, expected, actual: missing };
}
