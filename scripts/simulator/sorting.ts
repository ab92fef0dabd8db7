import { type Query, textIn } from './request.ts';

/** What rows can be ordered by: the value of each key of `sort_by`. Rows of equal value keep to `identity`. */
export type Sorting<Row> = {
  readonly keys: Readonly<Record<string, (row: Row) => number | string>>;
  readonly by: string;
  readonly identity: (row: Row) => string;
};

/** The rows in the order that `sort_by` and `sort_order` ask for; greatest first where nothing is asked. */
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
