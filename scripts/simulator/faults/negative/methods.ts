import { replaceWith, withHeader, withoutHeader } from '../change.ts';
import { onStatus } from '../conditions.ts';
import type { Fault, FaultChange } from '../fault.ts';

/** Wrong responses to undocumented methods. */
export const methodFaults: readonly Fault[] = [
  {
    id: 'negative-method-answered',
    class: 'negative',
    title: 'Undocumented methods get 200',
    apply: onStatus(405, replaceWith(200, { detail: 'OK' })),
  },
  {
    id: 'negative-delete-answered',
    class: 'negative',
    title: 'DELETE gets 200 and claims success',
    apply: onMethod('DELETE', replaceWith(200, { detail: 'Deleted' })),
  },
  {
    id: 'negative-head-fails',
    class: 'negative',
    title: 'HEAD gets 500',
    apply: onMethod('HEAD', replaceWith(500, { detail: 'Internal Server Error' })),
  },
  {
    id: 'negative-405-as-500',
    class: 'negative',
    title: 'Undocumented methods get 500',
    apply: onStatus(405, replaceWith(500, { detail: 'Internal Server Error' })),
  },
  {
    id: 'negative-405-without-allow',
    class: 'negative',
    title: '405 responses have no `Allow` header',
    apply: onStatus(405, withoutHeader('Allow')),
  },
  {
    id: 'negative-405-allow-lies',
    class: 'negative',
    title: 'The `Allow` header of 405 responses lists undocumented methods',
    apply: onStatus(405, withHeader('Allow', 'DELETE, PUT')),
  },
];

function onMethod(method: string, change: FaultChange): FaultChange {
  return onStatus(405, (response, exchange) =>
    exchange.method === method ? change(response, exchange) : response,
  );
}
