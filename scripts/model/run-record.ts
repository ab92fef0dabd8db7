import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import type { Shape } from './shape.ts';

/** What happened in one region. The judge decides what it means. Times are in milliseconds. */
export type RunRecord = {
  readonly region: string;
  readonly baseUrl: string;
  /** The sent cases in their order, then those that should have been sent, then those that were left out. */
  readonly cases: readonly CaseRecord[];
  /** All requests sent, in order, with retries and further pages. */
  readonly exchanges: readonly Exchange[];
  readonly durationMs: number;
  /** Why the run ended before everything was sent. */
  readonly ended?: string;
  /** Whether the user interrupted the run. */
  readonly isInterrupted: boolean;
};

/** What happened to one case in one region. Without `status` and `error` no request was sent. */
export type CaseRecord = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  readonly name: string;
  /** Why the case was left out. */
  readonly skipped?: string;
  /** It should have been sent, and was not. */
  readonly isMissing?: true;
  /** Why no response came, as Node reports it. */
  readonly error?: string;
  /** Why a script stopped. */
  readonly scriptError?: string;
  /** Why the pre-request script did not let the request be sent. */
  readonly refusal?: string;
  readonly status?: number;
  /** The parsed media type of the response. */
  readonly mediaType?: string;
  /** The form of a JSON response; no report shows it. */
  readonly shape?: Shape;
  /** The headers of the response, by their names in lower case; no report shows them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The results of the checks on the last response. */
  readonly outcomes: readonly Outcome[];
  /** What went wrong with each earlier attempt, if the request was sent again. */
  readonly before: readonly string[];
  /** A shell command that sends the same request; secrets are shell variables. */
  readonly curl?: string;
  /** How often it was sent. */
  readonly attempts: number;
  readonly durationMs: number;
};
