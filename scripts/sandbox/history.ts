import type { List } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';

/** What earlier responses of the run said. A request is named by the id of its Postman item. */
export type History = {
  /** Whole lists, by operation. */
  readonly lists: Readonly<Record<string, WholeList>>;
  /** The pages so far of a whole list, by operation. */
  readonly pages: Readonly<Record<string, Pages | undefined>>;
  /** Bodies that a later one must equal or be counted like, by operation and purpose. */
  readonly bodies: Readonly<Record<string, unknown>>;
  /** The first response by operation and query, of operations that relations refer to. */
  readonly first: Readonly<Record<string, FirstResponse>>;
  /** The items of complete lists, by operation and query. */
  readonly items: Readonly<Record<string, readonly unknown[]>>;
  /** How many items there are on all pages, by operation and query. */
  readonly totals: Readonly<Record<string, number>>;
  /** The request of the latest response, by operation and query. */
  readonly sources: Readonly<Record<string, string>>;
  /** The request whose response later ones are compared with, by operation. */
  readonly remembered: Readonly<Record<string, string>>;
  /** What the schema check reported as missing, by operation and place; `/*` where there is no object. */
  readonly missing: Readonly<Record<string, Readonly<Record<string, true>>>>;
  /** Variables whose value is from a response. */
  readonly discovered: Readonly<Record<string, boolean>>;
  /** Variables whose value from a response is not safe to send. */
  readonly refused: Readonly<Record<string, boolean>>;
};

export type WholeList = {
  readonly list: List;
  readonly items: readonly unknown[];
  /** Whether all items are here; otherwise it is their beginning. */
  readonly complete: boolean;
  readonly query: Readonly<Record<string, string>>;
  /** How many items were on the first of several pages. */
  readonly first?: number;
};

/** The pages of a list that were received. */
export type Pages = {
  readonly items: readonly unknown[];
  readonly outcomes: readonly Outcome[];
  /** How many items were on the first page. */
  readonly first: number;
  /** The total that each page states. */
  readonly totals: readonly number[];
};

export type FirstResponse = {
  readonly value: unknown;
  /** Where a list begins, of which this may be one page. */
  readonly list: string | undefined;
  readonly request: string;
};

export function createHistory(): History {
  return {
    lists: createRecord(),
    pages: createRecord(),
    bodies: createRecord(),
    first: createRecord(),
    items: createRecord(),
    totals: createRecord(),
    sources: createRecord(),
    remembered: createRecord(),
    missing: createRecord(),
    discovered: createRecord(),
    refused: createRecord(),
  };
}

/** A record whose keys may be any names, such as `constructor`. */
export function createRecord(): Record<string, never> {
  return Object.create(null);
}

/** The only way to write a part of the history. */
export function record<T>(part: Record<string, T>, key: string, value: NoInfer<T>): void {
  part[key] = value;
}
