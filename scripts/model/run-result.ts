import type { ExitCode } from '../base/exit-code.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import type { CaseRecord } from './run-record.ts';

/** The verdicts of a case, a region, or an operation in a region, from worst to best. */
export const verdicts = [
  'failed',
  'unreachable',
  'inconclusive',
  'flaky',
  'drift',
  'known',
  'passed',
  'skipped',
] as const;

export type ResultVerdict = (typeof verdicts)[number];

/** The result of one case in one region. Times are in milliseconds. */
export type CaseResult = Pick<CaseRecord, Recorded> & {
  readonly verdict: ResultVerdict;
  /** Why it is skipped, unreachable or inconclusive. */
  readonly reason?: string;
  /** Why a script stopped in a failed case, so that its result is incomplete. */
  readonly stopped?: string;
  readonly outcomes: readonly JudgedOutcome[];
};

type Recorded = 'region' | 'operationId' | 'case' | 'name' | 'attempts' | 'durationMs' | Received;
type Received = 'status' | 'mediaType' | 'shape' | 'headers' | 'curl';

/** The result of one check, and whether it is accepted as a known deviation. */
export type JudgedOutcome = Outcome & { readonly accepted?: Accepted };

/** Why a deviation is accepted, and until which day: `YYYY-MM-DD` in UTC, inclusive. */
export type Accepted = { readonly reason: string; readonly expires: string };

export type RegionResult = {
  readonly baseUrl: string;
  readonly verdict: ResultVerdict;
  /** Why the region couldn't be judged, and what to do. */
  readonly reason?: string;
  readonly requests: number;
  /** Checks that were made: the sum of `passed`, `failed`, `drift` and `known`. */
  readonly checks: number;
  readonly passed: number;
  readonly failed: number;
  readonly drift: number;
  /** Failed or drifted checks that are accepted; `failed` and `drift` do not include them. */
  readonly known: number;
  /** Checks that couldn't be made. */
  readonly inconclusive: number;
  /** Cases, not checks. */
  readonly flaky: number;
  readonly unreachable: number;
  readonly durationMs: number;
};

/** A check that did not pass. */
export type Finding = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  readonly check: string;
  readonly severity: 'failed' | 'drift' | 'flaky' | 'inconclusive' | 'unreachable';
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** JSON pointer of the broken clause in the spec. */
  readonly pointer?: string;
  /** JSON pointer of the place in the body of the response. */
  readonly instance?: string;
  /** `file:line:column` of the broken clause. */
  readonly specLocation?: string;
  readonly curl?: string;
  readonly since?: Since;
  readonly accepted?: Accepted;
};

/** `known` if the baseline has the finding, too; otherwise `new`. Missing without a baseline. */
export type Since = 'new' | 'known';

/** A case that failed in an earlier run and was not sent again. */
export type Unsent = Pick<CaseResult, 'region' | 'operationId' | 'case'> & { readonly reason: string };

/** A difference between regions in one case, or in all cases of an operation with the same status. */
export type Difference = {
  readonly operationId: string;
  /** The case, or `all with status 200` if the merged responses are compared. */
  readonly case: string;
  readonly what: 'status' | 'media type' | 'body' | 'header' | 'page size';
  /** The path in the body, or the name of the header. */
  readonly where?: string;
  /** What each region returned. */
  readonly regions: Readonly<Record<string, string>>;
  readonly since?: Since;
  readonly accepted?: Accepted;
};

/** An entry of the table of known deviations. */
export type Deviation = Accepted & {
  /** The name of a region, or `all`. */
  readonly region: string;
  readonly operation: string;
  /** The name of a check, or `parity`. */
  readonly check: string;
  /** Applies only to this case. */
  readonly case?: string;
  /** Applies only to this clause; for a difference, only to this place. */
  readonly pointer?: string;
  /** Applies only to findings whose message contains this text. */
  readonly message?: string;
  /** `file:line:column` of the entry. */
  readonly location: string;
};

export type Stale = Deviation & { readonly why: 'no longer fails' | 'has expired' };

/** A known deviation that this run did not verify. */
export type UnverifiedDeviation = Deviation & { readonly why: string };

/** What the run exercised of the spec in at least one region. */
export type Coverage = {
  readonly operations: { readonly documented: number; readonly judged: number };
  readonly responses: { readonly documented: number; readonly provoked: number };
  /** Parameters that were sent and got a success or a refusal. */
  readonly parameters: Covered;
  /** Values of parameters with few values. */
  readonly values: Covered;
  /** Properties of successes that a response contained. */
  readonly properties: Covered;
  /** Headers of all documented responses that a response contained. */
  readonly headers: Covered;
  /** The share of all of these, rounded down to a tenth of a percent. */
  readonly percent: number;
  /** The least `percent` that is accepted. */
  readonly floor?: number;
  /** The documented parts that were not exercised. */
  readonly gaps: readonly Gap[];
};

export type Covered = { readonly documented: number; readonly exercised: number };

export type Gap = {
  readonly operationId: string;
  readonly what: 'operation' | 'status' | 'parameter' | 'enum value' | 'property' | 'header';
  /** The name of the parameter or header; `name=value`; or the path of the property. */
  readonly name?: string;
  readonly status?: string;
  readonly reason: string;
};

/** The result of a run, from which all reports are made. */
export type RunResult = Verdicts & { readonly exitCode: ExitCode };

/** The result without its exit code. */
export type Verdicts = {
  /** Drift and flaky cases count as broken. */
  readonly strict?: true;
  readonly spec: { readonly title: string; readonly version: string };
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly cases: readonly CaseResult[];
  readonly findings: readonly Finding[];
  readonly parity: readonly Difference[];
  readonly coverage: Coverage;
  /** Findings of the baseline that this run verified and did not find. Missing without a baseline. */
  readonly fixed?: readonly Finding[];
  readonly fixedParity?: readonly Difference[];
  /** Findings of the baseline that this run did not verify. */
  readonly uncompared?: readonly Finding[];
  readonly uncomparedParity?: readonly Difference[];
  /** Known deviations that no longer occur or have expired. Missing without a table. */
  readonly stale?: readonly Stale[];
  /** Known deviations that this run did not verify. */
  readonly notTold?: readonly UnverifiedDeviation[];
  /** The file of the earlier run whose failed cases were sent again. */
  readonly onlyFailed?: string;
  /** Cases that failed in it and were not sent again. Missing without such a run. */
  readonly unsent?: readonly Unsent[];
  /** All requests sent, in the order of each region, with retries and further pages. */
  readonly exchanges: readonly Exchange[];
};
