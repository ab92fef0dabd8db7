import type { Filter } from '../model/contract.ts';
import type { Derived } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { show } from './clause-result.ts';
import type { CheckedExchange } from './exchange.ts';
import { type History, record, type WholeList } from './history.ts';
import { momentOf, writeMoment } from './moment.ts';
import type { Pm } from './pm.ts';
import { isTemplate, templateProblem } from './template.ts';
import { at, itemsAt } from './value-at.ts';

type Variables = Pick<Pm, 'variables'>;

/**
 * Sets the variables that later requests take from the whole list. A variable without a value in the list stays unset.
 * @returns what is wrong with values that are refused
 */
export function capture(pm: Variables, { operationId, table, history }: CheckedExchange): Outcome[] {
  const whole = history.lists[operationId];
  if (whole === undefined) return [];
  return table.derived.flatMap((derived) => {
    const value = take(derived, whole);
    return value === undefined ? [] : set(pm, history, derived.variable, escapeValue(String(value)));
  });
}

/** Sets the variables that have no value yet and that this response has a value for. Returns what `capture` does. */
export function discover(pm: Variables, { table, value, history }: CheckedExchange): Outcome[] {
  return Object.keys(table.gives).flatMap((name) => {
    const found = inFullest(value, table.gives[name] || '');
    const given = pm.variables.get(name);
    const empty = given === undefined || given === null || String(given).trim() === '';
    if (!empty || found === undefined || found === null) return [];
    const refused = set(pm, history, name, String(found));
    if (refused.length === 0) record(history.discovered, name, true);
    return refused;
  });
}

/** No value of a response may make Postman insert another one, such as the token. */
function set(pm: Variables, history: History, name: string, value: string): Outcome[] {
  record(history.refused, name, isTemplate(value));
  if (isTemplate(value)) {
    const message = `the value of ${name} ${templateProblem}: it is not taken, and what needs it is not sent`;
    return [{ check: 'relation', verdict: 'inconclusive', message, actual: show(value) }];
  }
  pm.variables.set(name, value);
  return [];
}

/** At `/items/0/id` the id of the item with the most values: a run that has ended shows more than one that goes on. */
function inFullest(value: unknown, pointer: string): unknown {
  const [list = '', ...rest] = pointer.split('/0/');
  const items = rest.length === 0 ? undefined : itemsAt(value, list);
  if (items === undefined) return at(value, pointer);
  const count = (item: unknown): number =>
    Object.values(Object(item)).filter((one) => one !== null && one !== '').length;
  const most = items.map(count).reduce((a, b) => Math.max(a, b), 0);
  return at(
    items.find((item) => count(item) === most),
    `/${rest.join('/0/')}`,
  );
}

/** Postman sends these as they are, and escapes the rest itself. */
function escapeValue(text: string): string {
  return text.replace(/[%+&#]/g, (character) => encodeURIComponent(character));
}

function take({ take: what, format }: Derived, { list, items }: WholeList): unknown {
  // `paginate` sets the page.
  if (what === 'page') return undefined;
  if (what === 'size') return sizeFor(items.length, list.page?.maximumSize);
  if (what === 'identity') return items.length === 0 ? undefined : at(items[items.length - 1], list.identity);
  const filter = list.filters[what.filter];
  return filter === undefined ? undefined : filterValue(filter, items, format);
}

/** A size that makes three pages, the third not empty, or more pages where the maximum size is smaller. */
function sizeFor(total: number, most = total): number | undefined {
  if (total < 3) return undefined;
  const third = Math.ceil(total / 3);
  return Math.min(most, third * 2 < total ? third : Math.floor((total - 1) / 2));
}

/** A value that some items have and others do not, if there is one. */
function filterValue(filter: Filter, items: readonly unknown[], format: Derived['format']): unknown {
  if (!('property' in filter)) return undefined;
  const values = items
    .map((item) => at(item, filter.property))
    .filter((value) => value !== null && value !== undefined);
  if (filter.keep === 'contains') return wordOf(values.map(String));
  if (filter.keep !== 'equals') {
    const moments = values
      .map(momentOf)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const middle = moments[Math.floor(moments.length / 2)];
    if (middle === undefined || format === undefined)
      return middle === undefined ? undefined : middleOf(values);
    return writeMoment(middle, format);
  }
  return values[values.length - 1];
}

function middleOf(values: readonly unknown[]): unknown {
  const sorted = values
    .filter((value) => Number.isFinite(momentOf(value)))
    .sort((a, b) => momentOf(a) - momentOf(b));
  return sorted[Math.floor(sorted.length / 2)];
}

/** Words that are searched in every text, which takes time for each: a response may contain a million. */
const mostWords = 100;

/** A word that some texts have and others do not, or else any word. */
function wordOf(texts: readonly string[]): string | undefined {
  const lists = texts.map((text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
  const counts = new Map<string, number>();
  for (const words of lists)
    for (const word of new Set(words.map((one) => one.toLowerCase())))
      counts.set(word, (counts.get(word) || 0) + 1);
  const words = lists.flat().reverse();
  // A word of some texts may still be a part of a longer word in all others.
  const rare = [...new Set(words)].filter((word) => counts.get(word.toLowerCase()) !== texts.length);
  const lower = texts.map((text) => text.toLowerCase());
  const isPartial = (word: string): boolean => lower.some((text) => text.indexOf(word.toLowerCase()) < 0);
  return rare.slice(0, mostWords).find(isPartial) || words[words.length - 1];
}
