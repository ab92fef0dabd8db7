import { joinPointer } from '../../base/pointer.ts';
import type { Detail, List, Paging, Sort } from '../../model/contract.ts';
import { filterMentions } from './filter.ts';
import type { Mention } from './mention.ts';

/** The mentions of a list: its items, pages, filters, order and detail. */
export function listMentions(operation: string, list: List): Mention[] {
  const { pointer, items, identity, moving, page, filters, sort, detail } = list;
  return [
    { at: joinPointer(pointer, 'items'), to: 'array', operation, pointer: items },
    { at: joinPointer(pointer, 'identity'), to: 'property', operation, each: items, pointer: identity },
    ...Object.keys(moving).map(
      (path): Mention => ({
        at: joinPointer(pointer, 'moving', path),
        to: 'property',
        operation,
        each: items,
        pointer: path,
      }),
    ),
    ...(page === undefined ? [] : pageMentions(operation, page)),
    ...filterMentions(operation, filters, items),
    ...(sort === undefined ? [] : sortMentions(operation, sort, items)),
    ...(detail === undefined ? [] : detailMentions(operation, detail, items)),
  ];
}

/** The mentions of pagination: the parameters, and the properties of a page. */
export function pageMentions(operation: string, page: Paging): Mention[] {
  const at = (key: string): string => joinPointer(page.pointer, key);
  const names = (['number', 'size'] as const).flatMap((key): Mention[] => {
    const name = page[key];
    return name === undefined ? [] : [{ at: at(key), to: 'query', operation, name }];
  });
  const properties = (['echo', 'count', 'total', 'next'] as const).flatMap((key): Mention[] => {
    const pointer = page[key];
    return pointer === undefined ? [] : [{ at: at(key), to: 'property', operation, pointer }];
  });
  return [...names, ...properties];
}

/** The mentions of an item's detail operation. */
export function detailMentions(operation: string, detail: Detail, each: string): Mention[] {
  const at = (...keys: readonly (string | number)[]): string => joinPointer(detail.pointer, ...keys);
  const { operation: other, parameter, same = [] } = detail;
  return [
    { at: at('operation'), to: 'operation', operation: other },
    { at: at('parameter'), to: 'path', operation: other, name: parameter },
    ...same.flatMap((pointer, index): Mention[] => [
      { at: at('same', index), to: 'property', operation, each, pointer },
      { at: at('same', index), to: 'property', operation: other, pointer },
    ]),
  ];
}

/** The mentions of sorting: the parameters, their values, and the sort keys. */
function sortMentions(operation: string, sort: Sort, each: string): Mention[] {
  const at = (...keys: readonly string[]): string => joinPointer(sort.pointer, ...keys);
  const keys = Object.entries(sort.keys).flatMap(([name, pointer]): Mention[] => [
    { at: at('keys', name), to: 'value', operation, parameter: sort.by, name },
    { at: at('keys', name), to: 'property', operation, each, pointer },
  ]);
  const order: Mention[] =
    sort.default === undefined
      ? []
      : [{ at: at('default'), to: 'key', name: sort.default.key, keys: Object.keys(sort.keys) }];
  return [
    { at: at('by'), to: 'query', operation, name: sort.by },
    ...directionMentions(operation, at('direction'), sort.direction),
    ...keys,
    ...order,
  ];
}

function directionMentions(operation: string, at: string, direction: string | undefined): Mention[] {
  if (direction === undefined) return [];
  const words = ['asc', 'desc'].map(
    (name): Mention => ({ at, to: 'value', operation, parameter: direction, name }),
  );
  return [{ at, to: 'query', operation, name: direction }, ...words];
}
