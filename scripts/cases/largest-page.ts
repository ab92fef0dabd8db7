import type { Operation } from '../model/api.ts';
import type { Outgoing } from './case.ts';
import { plain, withQuery } from './outgoing.ts';

/** The plain request for a page of the greatest size. */
export function onLargestPage(operation: Operation): Outgoing {
  const page = operation.contract.list?.page;
  if (page?.size === undefined || page.maximumSize === undefined) return plain(operation);
  return withQuery(plain(operation), operation, { [page.size]: page.maximumSize });
}
