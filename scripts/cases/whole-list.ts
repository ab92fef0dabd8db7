import { derivedVariable } from '../model/derived.ts';
import { queryParameter } from '../model/to-filters.ts';
import type { CaseKind } from './case.ts';

import { withQuery } from './outgoing.ts';
import { successStatuses } from './statuses.ts';
import { whole } from './whole.ts';

/**
 * The list on pages of the greatest size, the first of which is sent again for each page that follows: what other
 * answers about the same list are compared with.
 */
export const wholeList: CaseKind = (operation) => {
  const { contract, parameters, summary } = operation;
  const page = contract.list?.page;
  const size = page?.size === undefined ? undefined : queryParameter(parameters, page.size);
  const statuses = successStatuses(operation);
  if (page === undefined || statuses.length === 0) return [];
  const asked = size === undefined ? 'page by page' : `\`${size.name}=${page.maximumSize ?? size.example}\``;
  return [
    {
      id: 'whole-list',
      name: `${summary}: the whole list`,
      why: `${asked}: other answers about this list are compared with it.`,
      outgoing: withQuery(whole(operation), operation, {
        [page.number]: derivedVariable(operation, 'page').value,
      }),
      walks: derivedVariable(operation, 'page').name,
      statuses,
      clause: `${operation.pointer} list`,
      remember: true,
    },
  ];
};
