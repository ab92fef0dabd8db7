import type { List } from '../model/contract.ts';
import type { Described, OperationTable, ProvenanceTable } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Validator } from './schema-error.ts';

/** What earlier answers of the run said. It outlives the scripts, as the global that it is. */
export type Memory = {
  /** Whole lists, by operation. */
  readonly lists: Record<string, WholeList>;
  /** Whole lists that are being walked through, by operation. */
  readonly walks: Record<string, Walk>;
  /** Of those, the page that comes next, until it is asked for. */
  readonly pending: Record<string, Pick<Walk, 'items' | 'totals'> & { readonly next: number }>;
  /** Answers to be the same when asked again, by operation, until they are. */
  readonly answers: Record<string, unknown>;
  /**
   * Of operations that relations refer to, the first answer by operation and question, and where in it a list begins, of which it
   * may be but a page.
   */
  readonly first: Record<
    string,
    Record<string, { readonly value: unknown; readonly list: string | undefined; readonly item: string }>
  >;
  /** Items by operation and question: all filters that were sent. Only whole answers. */
  readonly asked: Record<string, Record<string, readonly unknown[]>>;
  /** How many items there are in all, by operation and question: of answers that are but a part, too. */
  readonly totals: Record<string, Record<string, number>>;
  /** How often a request was sent before, by item. */
  readonly attempts: Record<string, string[]>;
  /** What was wrong with the answers to those, by item, until it is told. */
  readonly before: Record<string, Outcome[]>;
  /** What is known of each operation that is registered. */
  readonly tables: Record<string, Tables>;
  /** What the schema check has told to be missing, by operation and place; `/*` where there is nothing to have properties. */
  readonly missing: Record<string, Record<string, true>>;
  /** The item whose answer is remembered, by operation. */
  readonly items: Record<string, string>;
  /** The item whose answer was the last one to a question, by operation and question. */
  readonly givers: Record<string, string>;
  /** A digest of the last answer of each item. */
  readonly states: Record<string, string>;
  /** The item whose answer is checked. */
  current: string;
  /** What did not hold between two answers and was looked at again, by item. */
  readonly looks: Record<string, Look>;
  /** Clauses that did not hold the second time, either: by pointer. */
  readonly confirmed: Record<string, true>;
  /** The items that are asked for again now. */
  route: string[];
  /** Requests so far, and how many of them belong to cases that are told. */
  sent: number;
  told: number;
  /** Requests in a row that got no answer. */
  silent: number;
  /** Variables that no caller gave. */
  readonly discovered: Record<string, true>;
  /** Variables whose value from a response was not taken. */
  readonly refused: Record<string, true>;
};

/** What the generator knows and the checks need. */
export type Tables = {
  readonly operations: Readonly<Record<string, OperationTable>>;
  readonly provenances: ProvenanceTable;
  readonly validators: readonly Validator[];
  /** What the schema of each validator describes, and then what is in that. */
  readonly described: readonly Described[];
};

/** A whole list on its way: what the pages so far held, and what was found on them. */
export type Walk = {
  readonly items: readonly unknown[];
  readonly outcomes: readonly Outcome[];
  readonly pages: number;
  /** How many items were on the first page. */
  readonly first: number;
  /** What each page said of how many items there are on all of them. */
  readonly totals: readonly number[];
};

export type Look = {
  /** What did not hold. */
  readonly message: string;
  /** The items whose answers were compared with, and what these were. */
  readonly items: readonly string[];
  readonly state: string;
  readonly broken: readonly Outcome[];
  readonly count: number;
  settled?: boolean;
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

export function createMemory(): Memory {
  return {
    lists: {},
    walks: {},
    pending: {},
    answers: {},
    first: {},
    asked: {},
    totals: {},
    attempts: {},
    before: {},
    tables: {},
    missing: {},
    items: {},
    givers: {},
    states: {},
    current: '',
    looks: {},
    confirmed: {},
    route: [],
    sent: 0,
    told: 0,
    silent: 0,
    discovered: {},
    refused: {},
  };
}
