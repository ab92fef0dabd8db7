import type { CaseKind } from './case.ts';
import { plain } from './outgoing.ts';
import { successStatuses } from './statuses.ts';
import { wholeList } from './whole-list.ts';

/** The plain request gets the first documented success. */
export const success: CaseKind = (operation, all) => {
  const statuses = successStatuses(operation);
  if (statuses.length === 0) return [];
  const isWhole = wholeList(operation, all).length === 0;
  return [
    {
      id: 'success',
      name: operation.summary,
      why: 'The request as documented, with the required parameters only.',
      outgoing: plain(operation),
      statuses,
      // If the whole list has its own case, this one only shows the defaults.
      clause: `${operation.pointer} success`,
      remember: isWhole,
    },
  ];
};
