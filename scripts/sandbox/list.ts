import type { Filter, List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, memberOf, show, unlessEmpty } from './clause-result.ts';
import type { Exchange } from './exchange.ts';
import { keeps } from './filter-match.ts';
import { eachOnce, identitiesOf } from './identities.ts';
import { movingIn } from './moving-items.ts';
import { checkPaging } from './paging.ts';
import { against } from './recheck.ts';
import { checkSort } from './sort.ts';
import { at, itemsAt } from './value-at.ts';
import { compareWithWhole, lacks } from './whole-list.ts';

/** All that must be true of any page of the list, and what it has in common with the whole list. */
export function checkList(exchange: Exchange, list: List): Outcome[] {
  const items = itemsAt(exchange.value, list.items);
  // That there is an array is the schema's business.
  if (items === undefined) return [];
  return [
    exchange.hold('list', memberOf(list, 'identity'), eachOnce(items, list)),
    ...checkFilters(exchange, list, items),
    ...checkPaging(exchange, list, items),
    ...checkSort(exchange, list, items),
    ...compareWithWhole(exchange, list, items),
  ];
}

/**
 * Every item satisfies every filter that was sent. Where all items of the whole list do, that says nothing. Of an item
 * of which the schema check has told that the property is missing, the whole list may say that it does not.
 */
function checkFilters(exchange: Exchange, list: List, items: readonly unknown[]): Outcome[] {
  const { operationId, memory, sent, hold } = exchange;
  const { items: whole = [] } = memory.lists[operationId] || {};
  return Object.keys(list.filters).flatMap((name) => {
    const filter = list.filters[name];
    const value = sent.query[name];
    if (filter === undefined || value === undefined || filter.keep === 'apart') return [];
    const untold = items.filter((item) => lacks(exchange, list, name, item));
    const known = new Set(identitiesOf(untold, list));
    const foreign = whole.filter(
      (item) =>
        known.has(String(at(item, list.identity))) &&
        keeps(filter, item, value) === false &&
        movingIn(list, [item]).length === 0,
    );
    if (items.length === untold.length && foreign.length === 0) return [];
    const unjudged = new Set(untold);
    const own = items.filter((item) => !unjudged.has(item) && keeps(filter, item, value) !== true);
    const wrong = [...own, ...foreign];
    const unlike = wrong.length === 0 ? 'held' : unkept(name, value, filter, wrong);
    const held = foreign.length === 0 ? unlike : against([memory.items[operationId]], unlike);
    return unlessEmpty(held, isTelling(exchange, name, filter)).map((one) => hold('filter', filter, one));
  });
}

/** Whether it would be seen if the filter were ignored. The filters of the whole list itself are as they are. */
function isTelling({ operationId, memory, sent, remember }: Exchange, name: string, filter: Filter): boolean {
  const whole = remember ? undefined : memory.lists[operationId];
  const value = sent.query[name] ?? '';
  return (
    whole === undefined ||
    whole.query[name] === value ||
    whole.items.some((item) => keeps(filter, item, value) !== true)
  );
}

function unkept(name: string, value: string, filter: Filter, wrong: readonly unknown[]): ClauseResult {
  const shown =
    'property' in filter ? `${filter.property} ${show(at(wrong[0], filter.property))}` : show(wrong[0]);
  const message = `${name}=${value} lets ${wrong.length} items through that it should not`;
  return { message, expected: `only items that ${name}=${value} keeps`, actual: shown };
}
