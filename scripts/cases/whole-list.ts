import { derivedVariable } from '../model/derived.ts';
import { queryParameter } from '../model/to-filters.ts';
import type { CaseKind } from './case.ts';
import { withQuery } from './outgoing.ts';
import { onLargestPage } from './page.ts';
import { successStatuses } from './statuses.ts';

/**
 * The list in pages of the greatest size. The request is sent again for each further page. Other responses about the
 * same list are compared with it.
 */
export const wholeList: CaseKind = (operation) => {
  const { contract, parameters, summary } = operation;
  const page = contract.list?.page;
  const size = page?.size === undefined ? undefined : queryParameter(parameters, page.size);
  const statuses = successStatuses(operation);
  if (page === undefined || statuses.length === 0) return [];
  const how = size === undefined ? 'page by page' : `\`${size.name}=${page.maximumSize ?? size.example}\``;
  return [
    {
      id: 'whole-list',
      name: `${summary}: the whole list`,
      why: `${how}: other responses about this list are compared with it.`,
      outgoing: withQuery(onLargestPage(operation), operation, {
        [page.number]: derivedVariable(operation, 'page').value,
      }),
      pageVariable: derivedVariable(operation, 'page').name,
      statuses,
      clause: `${operation.pointer} list`,
      remember: true,
    },
  ];
};
