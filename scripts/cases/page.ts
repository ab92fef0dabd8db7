import type { Operation } from '../model/api.ts';
import { derivedVariable } from '../model/derived.ts';
import type { CaseKind, Outgoing } from './case.ts';
import { plain, withQuery } from './outgoing.ts';
import { successStatuses } from './statuses.ts';

/** The pages to request, the most useful first. */
const pages = [2, 3] as const;

/** Requests pages of a size that splits the list into three. */
export const page: CaseKind = (operation) => {
  const paging = operation.contract.list?.page;
  const statuses = successStatuses(operation);
  if (paging === undefined || statuses.length === 0) return [];
  const { number, size, pointer, provenance } = paging;
  const derived = size === undefined ? undefined : { key: size, ...derivedVariable(operation, 'size') };
  return pages.map((index) => ({
    id: `page-${index}`,
    name: `${operation.summary}: page ${index}`,
    why: `Page ${index} of three: it must hold that part of the whole list, and its page number, size and total must be right.`,
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

/** The plain request for a page of the greatest size. */
export function onLargestPage(operation: Operation): Outgoing {
  const page = operation.contract.list?.page;
  if (page?.size === undefined || page.maximumSize === undefined) return plain(operation);
  return withQuery(plain(operation), operation, { [page.size]: page.maximumSize });
}
