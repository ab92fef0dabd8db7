import { type Query, textIn } from './request.ts';

/** The value of a row for each key of `sort_by`. Rows with equal values are sorted by `identity`. */
export type Sorting<Row> = {
  readonly keys: Readonly<Record<string, (row: Row) => number | string>>;
  readonly by: string;
  readonly identity: (row: Row) => string;
};

/** Sorts rows by `sort_by` and `sort_order`; the default order is descending. */
export function sortRows<Row>(
  rows: readonly Row[],
  query: Query,
  { keys, by, identity }: Sorting<Row>,
): readonly Row[] {
  const key = keys[textIn(query, 'sort_by') ?? by] ?? identity;
  const sign = textIn(query, 'sort_order') === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (compare(key(a), key(b)) || compare(identity(a), identity(b))));
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
