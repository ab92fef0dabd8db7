import { bodyOf, mapBody, mapValue } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault, FaultChange, FaultExchange } from '../fault.ts';
import { pageNumber } from '../other-requests.ts';

/** Wrong values in the members of a page. */
export const pageFieldFaults: readonly Fault[] = [
  {
    id: 'semantic-next-page-never-ends',
    class: 'semantic',
    title: 'The last page of runs has a next page',
    apply: onSuccess(
      withNext((body, exchange) => body.next_page ?? addressOf(exchange, 1)),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'semantic-next-page-is-this-one',
    class: 'semantic',
    title: 'The next page of activities is the page itself',
    apply: onSuccess(
      withNext((body, exchange) => (body.next_page === null ? null : addressOf(exchange, 0))),
      'getActivities',
    ),
  },
  {
    id: 'semantic-next-page-missing',
    class: 'semantic',
    title: 'The pages of run groups never have a next page',
    apply: onSuccess(
      withNext(() => null),
      'getRiverActivitiesRunGroups',
    ),
  },
  {
    id: 'semantic-page-echo-wrong',
    class: 'semantic',
    title: 'Every page of run groups has the page number 1',
    apply: onSuccess(mapBody(mapValue('page', () => 1)), 'getRiverActivitiesRunGroups'),
  },
  {
    id: 'semantic-page-count-wrong',
    class: 'semantic',
    title: '`current_page_size` of the activities is one too high',
    apply: onSuccess(mapBody(mapValue('current_page_size', (size) => Number(size) + 1)), 'getActivities'),
  },
];

function withNext(
  next: (body: Readonly<Record<string, unknown>>, exchange: FaultExchange) => unknown,
): FaultChange {
  return (response, exchange) => {
    const body = bodyOf(response);
    return { ...response, body: { ...body, next_page: next(body, exchange) } };
  };
}

/** The address of the page that is `further` pages after the requested one. */
function addressOf(exchange: FaultExchange, further: number): string {
  const url = new URL(exchange.request.url);
  url.searchParams.set('page', String(pageNumber(exchange) + further));
  return url.href;
}
