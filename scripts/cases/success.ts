import type { CaseKind } from './case.ts';
import { plain } from './outgoing.ts';
import { successStatus } from './statuses.ts';
import { wholeList } from './whole-list.ts';

/** The plain request gets the first documented success. */
export const success: CaseKind = (operation, all) => {
  const status = successStatus(operation);
  if (status === undefined) return [];
  const isWhole = wholeList(operation, all).length === 0;
  return [
    {
      id: 'success',
      name: operation.summary,
      why: 'The request as documented, with what is required.',
      outgoing: plain(operation),
      statuses: [status],
      // Beside the whole list it shows the defaults only.
      clause: `${operation.pointer} success`,
      remember: isWhole,
    },
  ];
};
