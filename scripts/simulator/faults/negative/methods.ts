import { instead, withHeader, withoutHeader } from '../change.ts';
import type { Fault, FaultChange } from '../fault.ts';
import { onStatus } from '../when.ts';

/** Methods that no operation has. */
export const methodFaults: readonly Fault[] = [
  {
    id: 'negative-method-answered',
    class: 'negative',
    title: 'Methods that are not documented are answered with 200',
    apply: onStatus(405, instead(200, { detail: 'OK' })),
  },
  {
    id: 'negative-delete-answered',
    class: 'negative',
    title: 'Whatever is asked to be deleted is said to be',
    apply: onMethod('DELETE', instead(200, { detail: 'Deleted' })),
  },
  {
    id: 'negative-head-fails',
    class: 'negative',
    title: 'The region fails where it is asked for headers only',
    apply: onMethod('HEAD', instead(500, { detail: 'Internal Server Error' })),
  },
  {
    id: 'negative-405-as-500',
    class: 'negative',
    title: 'Methods that are not documented make the region fail',
    apply: onStatus(405, instead(500, { detail: 'Internal Server Error' })),
  },
  {
    id: 'negative-405-without-allow',
    class: 'negative',
    title: 'Refusals of a method have no `Allow`',
    apply: onStatus(405, withoutHeader('Allow')),
  },
  {
    id: 'negative-405-allow-lies',
    class: 'negative',
    title: 'Refusals of a method name methods that are not documented',
    apply: onStatus(405, withHeader('Allow', 'DELETE, PUT')),
  },
];

function onMethod(method: string, change: FaultChange): FaultChange {
  return onStatus(405, (answer, exchange) =>
    exchange.method === method ? change(answer, exchange) : answer,
  );
}
