import type { OperationTable } from '../model/expectation.ts';
import { type ListExchange, toListExchange } from './exchange.ts';
import { type History, type Pages, record } from './history.ts';
import { requestedPage, totalIn } from './paging.ts';
import type { Pm } from './pm.ts';
import type { JudgedResponse, SendAgain, Step } from './protocol.ts';
import { type Attempts, isNew, isNotPassed, takeOutcomes } from './retry.ts';
import type { Tables } from './tables.ts';

/** Of a longer list only the beginning is fetched. */
const mostPages = 5;

/** Runs before the request for each page of a whole list: the first one is page 1, whatever an environment says. */
export function setFirstPage(pm: Pm, variable: string): void {
  if (!/^\d+$/.test(String(pm.variables.get(variable)))) pm.variables.set(variable, '1');
}

/** Sends the request for a whole list again until its last page. */
export function paginate(
  { history, attempts }: { readonly history: History; readonly attempts: Attempts },
  response: JudgedResponse,
): Step {
  const { pm, expectation, key, outcomes } = response;
  const { operation, remember } = expectation;
  const pages = (remember && history.pages[operation]) || noPages;
  const earlier = [...pages.outcomes, ...takeOutcomes(attempts, key).filter(isNew(outcomes))];
  const next = nextPage(response);
  if (next === undefined) return { count: { ...response, earlier } };
  record(history.pages, operation, { ...next.pages, outcomes: [...earlier, ...outcomes] });
  const { page } = next;
  const request = pm.info.requestId;
  const found = outcomes.some(isNotPassed);
  return { sendAgain: { request, reason: `page ${page.number}`, page, outcomes, found } };
}

/** The page that follows this one, and the pages up to here; undefined where the response counts. */
export function nextPage({ expectation, operation, exchange }: JudgedResponse): NextPage | undefined {
  const variable = pageVariable(operation);
  const list = exchange && toListExchange(exchange);
  if (!expectation.remember || list === undefined || variable === undefined) return undefined;
  const { next, pages } = addPage(list);
  return next === undefined ? undefined : { page: { variable, number: next }, pages };
}

type NextPage = { readonly page: NonNullable<SendAgain['page']>; readonly pages: ReceivedPages };

type ReceivedPages = Omit<Pages, 'outcomes'>;

/** The pages up to this one, whether they are the whole list, and the number of the next page, if there is one. */
export function addPage(exchange: ListExchange): ListExtent & { readonly pages: ReceivedPages } {
  const { history, operationId, value, list, items } = exchange;
  const before = history.pages[operationId] || noPages;
  const total = totalIn(value, list.page);
  const all = [...before.items, ...items];
  const totals = [...before.totals, ...(total === undefined ? [] : [total])];
  const pages = { items: all, totals, first: before.first || items.length };
  return { ...extentOf(exchange, all.length), pages };
}

const noPages: Pages = { items: [], totals: [], outcomes: [], first: 0 };

type ListExtent = { readonly complete: boolean; readonly next?: number };

/**
 * Whether all items of the list are there, and if not, the number of the next page, if there is one.
 * @param known how many items there are on the pages so far
 */
export function extentOf({ value, sent, list, items }: ListExchange, known: number): ListExtent {
  const { page } = list;
  if (page === undefined) return { complete: true };
  const { number, size } = requestedPage(sent.query, page);
  const total = totalIn(value, page);
  // Where neither size nor total is known, the list ends with an empty page.
  const short = size === undefined ? items.length === 0 : items.length < size;
  const complete = total === undefined ? short : known >= total || items.length === 0;
  return complete || number >= mostPages ? { complete } : { complete, next: number + 1 };
}

/** Forgets the pages of a list. Returns its first page where the request has a variable for it. */
export function restart(history: History, id: string, tables?: Tables): SendAgain['page'] {
  record(history.pages, id, undefined);
  const table = tables?.operations[id];
  const variable = table && pageVariable(table);
  return variable === undefined ? undefined : { variable, number: 1 };
}

function pageVariable({ derived }: OperationTable): string | undefined {
  return derived.filter(({ take }) => take === 'page').map(({ variable }) => variable)[0];
}
