import type { List } from '../model/contract.ts';
import type { OperationTable } from '../model/expectation.ts';
import { type ClauseResult, type ToOutcome, withSources } from './clause-result.ts';
import type { History } from './history.ts';
import type { ParsedRequest } from './sent-request.ts';
import { itemsAt } from './value-at.ts';

/** A successful response, its request, and what else its clauses depend on. */
export type CheckedExchange = {
  readonly operationId: string;
  /** The id of the request's item. */
  readonly request: string;
  readonly table: OperationTable;
  readonly sent: ParsedRequest;
  /** The JSON of the body. */
  readonly value: unknown;
  readonly header: (name: string) => string | undefined;
  readonly variable: (name: string) => string;
  readonly history: History;
  readonly toOutcome: ToOutcome;
  /** Whether this is a run of the suite, rather than a request sent by hand. */
  readonly inSuite: boolean;
  readonly remember: boolean;
  /** Whether the same request is sent again later. */
  readonly repeated: boolean;
};

/** An exchange whose response is a list. */
export type ListExchange = CheckedExchange & { readonly list: List; readonly items: readonly unknown[] };

/** Undefined where there is no array: the schema check reports that. */
export function toListExchange(exchange: CheckedExchange): ListExchange | undefined {
  const { list } = exchange.table.contract;
  const items = list && itemsAt(exchange.value, list.items);
  return list && items && { ...exchange, list, items };
}

/** A result that depends on the whole list, too. */
export function withWhole({ history, operationId }: CheckedExchange, result: ClauseResult): ClauseResult {
  return withSources([history.remembered[operationId]], result);
}
