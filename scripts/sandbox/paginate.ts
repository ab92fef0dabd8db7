import type { Exchange } from './exchange.ts';
import { askedPage, totalIn } from './paging.ts';
import type { Pm } from './pm.ts';

/** A longer list is not walked through: that its beginning is known must do. */
const mostPages = 5;

/** Runs before the request for the whole list, and for each of its pages: the first one is page 1, whatever an environment says. */
export function walk(pm: Pm, variable: string): void {
  if (!/^\d+$/.test(String(pm.variables.get(variable)))) pm.variables.set(variable, '1');
}

/** Whether all items of the list are there, and if not, whether there is a next page to ask for. */
export function extentOf(
  { value, sent, table }: Exchange,
  items: readonly unknown[],
  all: readonly unknown[],
): { readonly complete: boolean; readonly next?: number } {
  const page = table.contract.list?.page;
  if (page === undefined) return { complete: true };
  const { number, size } = askedPage(sent.query, page);
  const total = totalIn(value, page);
  // Where neither size nor total is known, the list ends with an empty page.
  const short = size === undefined ? items.length === 0 : items.length < size;
  const complete = total === undefined ? short : all.length >= total || items.length === 0;
  return complete || number >= mostPages ? { complete } : { complete, next: number + 1 };
}

/** Has the request sent again for the next page. */
export function turnPage(pm: Pm, variable: string, next: number): void {
  pm.variables.set(variable, String(next));
  pm.execution.setNextRequest(pm.info.requestId);
}
