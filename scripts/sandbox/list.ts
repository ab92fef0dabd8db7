import type { Filter } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, show, unlessTrivial } from './clause-result.ts';
import { type ListExchange, withWhole } from './exchange.ts';
import { matchesFilter } from './filter-match.ts';
import { eachOnce, identitiesOf } from './identities.ts';
import { movingIn } from './moving-items.ts';
import { checkPaging } from './paging.ts';
import { checkSort } from './sort.ts';
import { at } from './value-at.ts';
import { compareWithWhole, lacksProperty } from './whole-list.ts';

/** Checks any page of the list, and compares it with the whole list. */
export function checkList(exchange: ListExchange): Outcome[] {
  const { toOutcome, list, items } = exchange;
  return [
    toOutcome('list', memberOf(list, 'identity'), eachOnce(items, list)),
    ...checkFilters(exchange),
    ...checkPaging(exchange),
    ...checkSort(exchange),
    ...compareWithWhole(exchange),
  ];
}

/**
 * Every item satisfies every filter that was sent. If all items of the whole list do, that proves nothing. If the schema
 * check reported that an item lacks the property, the whole list decides.
 */
function checkFilters(exchange: ListExchange): Outcome[] {
  const { operationId, history, sent, toOutcome, list, items } = exchange;
  const { items: whole = [] } = history.lists[operationId] || {};
  return Object.keys(list.filters).flatMap((name) => {
    const filter = list.filters[name];
    const value = sent.query[name];
    if (filter === undefined || value === undefined || filter.keep === 'apart') return [];
    const lacking = items.filter((item) => lacksProperty(exchange, name, item));
    const known = new Set(identitiesOf(lacking, list));
    const foreign = whole.filter(
      (item) =>
        known.has(String(at(item, list.identity))) &&
        matchesFilter(filter, item, value) === false &&
        movingIn(list, [item]).length === 0,
    );
    if (items.length === lacking.length && foreign.length === 0) return [];
    const unjudged = new Set(lacking);
    const own = items.filter((item) => !unjudged.has(item) && matchesFilter(filter, item, value) !== true);
    const wrong = [...own, ...foreign];
    const mismatch = wrong.length === 0 ? 'held' : unkept(name, value, filter, wrong);
    const result = foreign.length === 0 ? mismatch : withWhole(exchange, mismatch);
    return unlessTrivial(result, isConclusive(exchange, name, filter)).map((one) =>
      toOutcome('filter', filter, one),
    );
  });
}

/** Whether an ignored filter would show. Nothing else is known about the filters of the whole list itself. */
function isConclusive(
  { operationId, history, sent, remember }: ListExchange,
  name: string,
  filter: Filter,
): boolean {
  const whole = remember ? undefined : history.lists[operationId];
  const value = sent.query[name] || '';
  return (
    whole === undefined ||
    whole.query[name] === value ||
    whole.items.some((item) => matchesFilter(filter, item, value) !== true)
  );
}

function unkept(name: string, value: string, filter: Filter, wrong: readonly unknown[]): ClauseResult {
  const shown =
    'property' in filter ? `${filter.property} ${show(at(wrong[0], filter.property))}` : show(wrong[0]);
  const message = `${name}=${value} lets ${wrong.length} items through that it should not`;
  return { message, expected: `only items that ${name}=${value} keeps`, actual: shown };
}
