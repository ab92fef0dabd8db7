import { countIn, type OperationRequest } from './request.ts';

/** The members that every paged list has. */
type Page<Row> = {
  readonly items: readonly Row[];
  readonly next_page: string | null;
  readonly previous_page: string | null;
  readonly page: number;
  readonly current_page_size: number;
  readonly total_items: number;
};

/** The documented page size, for the list without a parameter for it. */
const defaultSize = 50;

/** The page that `page` and `items_per_page` request; empty after the last one. Links repeat the whole query. */
export function toPage<Row>(rows: readonly Row[], { query, url }: OperationRequest): Page<Row> {
  const page = countIn(query, 'page') ?? 1;
  const size = countIn(query, 'items_per_page') ?? defaultSize;
  const items = rows.slice((page - 1) * size, page * size);
  return {
    items,
    next_page: page * size < rows.length ? linkTo(url, page + 1) : null,
    previous_page: page > 1 ? linkTo(url, page - 1) : null,
    page,
    current_page_size: items.length,
    total_items: rows.length,
  };
}

function linkTo(url: string, page: number): string {
  const link = new URL(url);
  link.searchParams.set('page', String(page));
  return link.href;
}
