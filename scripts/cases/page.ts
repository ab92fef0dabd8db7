import { derivedVariable } from '../model/derived.ts';
import type { CaseKind } from './case.ts';
import { plain, withQuery } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** The pages that are asked for, the one in the middle first: the others are worth less. */
const pages = [2, 3] as const;

/** Pages of a size that makes three of them. */
export const page: CaseKind = (operation) => {
  const paging = operation.contract.list?.page;
  const statuses = successStatuses(operation);
  if (paging === undefined || statuses.length === 0) return [];
  const { number, size, pointer, provenance } = paging;
  const derived = size === undefined ? undefined : { key: size, ...derivedVariable(operation, 'size') };
  return pages.map((index) => ({
    id: `page-${index}`,
    name: `${operation.summary}: page ${index}`,
    why: `Page ${index} of three: that part of the whole list, and what it says of itself.`,
    outgoing: withQuery(plain(operation), operation, {
      [number]: index,
      ...(derived && { [derived.key]: derived.value }),
    }),
    statuses,
    clause: index === 2 ? `${pointer} ${index}` : 'last page',
    provenance,
    needs: derived === undefined ? [] : [derived.name],
  }));
};
