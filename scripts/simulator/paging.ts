import { countIn, type OperationRequest, type Query, textIn } from './request.ts';

/** The members that every paged list has. */
type Page<Row> = {
  readonly items: readonly Row[];
  readonly next_page: string | null;
  readonly previous_page: string | null;
  readonly page: number;
  readonly current_page_size: number;
  readonly total_items: number;
};

/** The value of a row for each key of `sort_by`. Rows with equal values are sorted by `identity`. */
export type Sorting<Row> = {
  readonly keys: Readonly<Record<string, (row: Row) => number | string>>;
  readonly by: string;
  readonly identity: (row: Row) => string;
};

/** The documented page size of the list that has no parameter for it. */
const defaultSize = 50;

/**
 * The page of the rows that the query requests, with `sort_by`, `sort_order` (by default descending), `page` and
 * `items_per_page`; empty after the last one. Links repeat the whole query.
 */
export function toPage<Row>(
  rows: readonly Row[],
  sorting: Sorting<Row>,
  { query, url }: OperationRequest,
): Page<Row> {
  const page = countIn(query, 'page') ?? 1;
  const size = countIn(query, 'items_per_page') ?? defaultSize;
  const items = sortRows(rows, sorting, query).slice((page - 1) * size, page * size);
  return {
    items,
    next_page: page * size < rows.length ? linkTo(url, page + 1) : null,
    previous_page: page > 1 ? linkTo(url, page - 1) : null,
    page,
    current_page_size: items.length,
    total_items: rows.length,
  };
}

function sortRows<Row>(
  rows: readonly Row[],
  { keys, by, identity }: Sorting<Row>,
  query: Query,
): readonly Row[] {
  const key = keys[textIn(query, 'sort_by') ?? by] ?? identity;
  const sign = textIn(query, 'sort_order') === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (compare(key(a), key(b)) || compare(identity(a), identity(b))));
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function linkTo(url: string, page: number): string {
  const link = new URL(url);
  link.searchParams.set('page', String(page));
  return link.href;
}
