import { itemsOf, mapBody, mapValue, plus, type Row, withItems } from '../change.ts';
import { onLaterPages } from '../conditions.ts';
import type { FaultChange, FaultExchange, FaultTable } from '../fault.ts';
import { asIfQuery, pageNumber, respondWithQuery } from '../other-requests.ts';

/** Pages with the wrong items or wrong members. */
export const pageFaults: FaultTable = {
  'semantic-page-ignored': {
    title: 'Every page of runs has the items of page 1',
    getRiverActivitiesRuns: onLaterPages((response, exchange) => withItems(response, itemsAt(exchange, 1))),
  },
  'semantic-page-size-ignored': {
    title: 'Pages of activities always have the default size',
    getActivities: asIfQuery({ items_per_page: undefined }),
  },
  'semantic-one-item-too-many': {
    title: 'Pages of run groups have one item more than requested',
    getRiverActivitiesRunGroups: (response, exchange) => {
      const [next] = itemsAt(exchange, pageNumber(exchange) + 1);
      return next === undefined ? response : withItems(response, [...itemsOf(response), next]);
    },
  },
  'semantic-item-on-two-pages': {
    title: 'Pages of runs begin with the last item of the previous page',
    getRiverActivitiesRuns: onLaterPages((response, exchange) => {
      const before = itemsAt(exchange, pageNumber(exchange) - 1).slice(-1);
      return withItems(response, [...before, ...itemsOf(response).slice(before.length)]);
    }),
  },
  'semantic-item-between-pages-lost': {
    title: 'Later pages of run groups lack their first item',
    getRiverActivitiesRunGroups: onLaterPages((response, exchange) => {
      const after = itemsAt(exchange, pageNumber(exchange) + 1).slice(0, 1);
      return withItems(response, [...itemsOf(response).slice(1), ...after]);
    }),
  },
  'semantic-next-page-never-ends': {
    title: 'The last page of runs has a next page',
    getRiverActivitiesRuns: withNext((body, exchange) => body.next_page ?? addressOf(exchange, 1)),
  },
  'semantic-next-page-is-this-one': {
    title: 'The next page of activities is the page itself',
    getActivities: withNext((body, exchange) => (body.next_page === null ? null : addressOf(exchange, 0))),
  },
  'semantic-next-page-missing': {
    title: 'The pages of run groups never have a next page',
    getRiverActivitiesRunGroups: withNext(() => null),
  },
  'semantic-page-echo-wrong': {
    title: 'Every page of run groups has the page number 1',
    getRiverActivitiesRunGroups: mapBody(mapValue('page', () => 1)),
  },
  'semantic-page-count-wrong': {
    title: '`current_page_size` of the activities is one too high',
    getActivities: mapBody(mapValue('current_page_size', plus(1))),
  },
};

/** The items of another page of the same list. */
function itemsAt(exchange: FaultExchange, page: number): readonly Row[] {
  return itemsOf(respondWithQuery(exchange, { page }));
}

function withNext(next: (body: Row, exchange: FaultExchange) => unknown): FaultChange {
  return mapBody((body, exchange) => ({ ...body, next_page: next(body, exchange) }));
}

/** The address of the page that is `further` pages after the requested one. */
function addressOf(exchange: FaultExchange, further: number): string {
  const url = new URL(exchange.request.url);
  url.searchParams.set('page', String(pageNumber(exchange) + further));
  return url.href;
}
