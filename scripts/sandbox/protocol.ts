import type { Expectation, OperationTable } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Mismatch } from './clause-result.ts';
import type { CheckedExchange } from './exchange.ts';
import type { Pm } from './pm.ts';

/** What the checks found on a response, and on earlier responses to the same test case. */
export type JudgedResponse = {
  readonly pm: Pm;
  readonly expectation: Expectation;
  /** Of the test case: operation and name. */
  readonly key: string;
  readonly operation: OperationTable;
  /** Missing where there is no response. */
  readonly status?: string;
  readonly text: string;
  /** Of a success with JSON. */
  readonly exchange?: CheckedExchange;
  readonly outcomes: readonly ComparedOutcome[];
  readonly earlier: readonly Outcome[];
  /** Why earlier responses did not count. */
  readonly reasons: readonly string[];
};

/** An outcome that may be about earlier responses, too. */
export type ComparedOutcome = Outcome & Pick<Mismatch, 'sources'>;

/** What a protocol decides: the response counts, or a request is sent again. */
export type Step = { readonly count: JudgedResponse } | { readonly sendAgain: SendAgain };

export type SendAgain = {
  /** The id of the request's item. */
  readonly request: string;
  readonly reason: string;
  /** The variable of the page, and its next value. */
  readonly page?: { readonly variable: string; readonly number: number };
  /** How long to wait before, if more than 0. */
  readonly seconds?: number;
  readonly warning?: string;
  /** What is reported of the response although it does not count. */
  readonly outcomes: readonly Outcome[];
  /** Whether the runner keeps the response because of these. */
  readonly found?: boolean;
};
