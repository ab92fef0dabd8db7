import { pageOf } from '../asked.ts';
import { bodyOf, mapBody, value } from '../change.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';
import { onSuccess } from '../when.ts';

/** What pages say wrongly of themselves and of the next. */
export const pageWordFaults: readonly Fault[] = [
  {
    id: 'semantic-next-page-never-ends',
    class: 'semantic',
    title: 'The last page of runs has a next one',
    apply: onSuccess(
      withNext((body, exchange) => body.next_page ?? addressOf(exchange, 1)),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-next-page-is-this-one',
    class: 'semantic',
    title: 'The next page of activities is the same again',
    apply: onSuccess(
      withNext((body, exchange) => (body.next_page === null ? null : addressOf(exchange, 0))),
      'getActivities',
    ),
  },
  {
    id: 'semantic-next-page-missing',
    class: 'semantic',
    title: 'No page of run groups has a next one',
    apply: onSuccess(
      withNext(() => null),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-page-echo-wrong',
    class: 'semantic',
    title: 'Every page of run groups says that it is the first',
    apply: onSuccess(mapBody(value('page', () => 1)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-page-count-wrong',
    class: 'semantic',
    title: 'Pages of activities say that they have one item more than they do',
    apply: onSuccess(mapBody(value('current_page_size', (size) => Number(size) + 1)), 'getActivities'),
  },
];

function withNext(
  next: (body: Readonly<Record<string, unknown>>, exchange: FaultExchange) => unknown,
): FaultChange {
  return (answer, exchange) => {
    const body = bodyOf(answer);
    return { ...answer, body: { ...body, next_page: next(body, exchange) } };
  };
}

/** The address of a page so many pages further on. */
function addressOf(exchange: FaultExchange, further: number): string {
  const url = new URL(exchange.request.url);
  url.searchParams.set('page', String(pageOf(exchange) + further));
  return url.href;
}
