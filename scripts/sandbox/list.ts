import type { Filter, List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { at, itemsAt } from './at.ts';
import { compareWithWhole } from './compare.ts';
import type { Exchange } from './exchange.ts';
import { type Held, memberOf, show, unlessEmpty } from './hold.ts';
import { eachOnce } from './identities.ts';
import { keeps } from './keep.ts';
import { checkPaging } from './paging.ts';
import { checkSort } from './sort.ts';

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
 * Every item satisfies every filter that was sent. Where all items of the whole list do, that says nothing, and neither
 * does an item without the property where the schema check has told that something is wrong with the items.
 */
function checkFilters(exchange: Exchange, list: List, items: readonly unknown[]): Outcome[] {
  const { operationId, memory, sent, hold } = exchange;
  return Object.keys(list.filters).flatMap((name) => {
    const filter = list.filters[name];
    const value = sent.query[name];
    if (filter === undefined || value === undefined || filter.keep === 'apart') return [];
    const told = items.filter(
      (item) => !memory.invalid[operationId] || keeps(filter, item, value) !== undefined,
    );
    if (told.length === 0) return [];
    const wrong = told.filter((item) => keeps(filter, item, value) !== true);
    const held = wrong.length === 0 ? 'held' : unkept(name, value, filter, wrong);
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

function unkept(name: string, value: string, filter: Filter, wrong: readonly unknown[]): Held {
  const shown =
    'property' in filter ? `${filter.property} ${show(at(wrong[0], filter.property))}` : show(wrong[0]);
  const message = `${name}=${value} lets ${wrong.length} items through that it should not`;
  return { message, expected: `only items that ${name}=${value} keeps`, actual: shown };
}
