import type { ExitCode } from '../base/exit-code.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import type { CaseRecord } from './run-record.ts';

/** What became of a case, a region, or an operation in a region; from worst to best. */
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

/** What became of one case in one region. Times are in milliseconds. */
export type CaseResult = Pick<CaseRecord, Recorded> & {
  readonly verdict: ResultVerdict;
  /** Why it was skipped, couldn't be reached or couldn't be judged. */
  readonly reason?: string;
  /** Why a script stopped in a case that failed, so that not all is known of it. */
  readonly stopped?: string;
  readonly outcomes: readonly JudgedOutcome[];
};

/** What its record says of it. */
type Recorded = 'region' | 'operationId' | 'case' | 'name' | 'attempts' | 'durationMs' | Received;
type Received = 'status' | 'mediaType' | 'shape' | 'headers' | 'curl';

/** What one check found, and whether that is accepted as a known deviation. */
export type JudgedOutcome = Outcome & { readonly accepted?: Accepted };

/** Why a deviation is accepted, and the last day on which it is: `YYYY-MM-DD`, in UTC. */
export type Accepted = { readonly reason: string; readonly expires: string };

export type RegionResult = {
  readonly baseUrl: string;
  readonly verdict: ResultVerdict;
  /** Why the region couldn't be judged, and what to do. */
  readonly reason?: string;
  readonly requests: number;
  /** Checks that were made; `passed`, `failed`, `drift` and `known` add up to them. */
  readonly checks: number;
  readonly passed: number;
  readonly failed: number;
  readonly drift: number;
  /** Checks that failed or drifted and are accepted; `failed` and `drift` are without them. */
  readonly known: number;
  /** Checks that couldn't be made. */
  readonly inconclusive: number;
  /** Cases, not checks. */
  readonly flaky: number;
  readonly unreachable: number;
  readonly durationMs: number;
};

/** A check that did not hold. */
export type Finding = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  readonly check: string;
  readonly severity: 'failed' | 'drift' | 'flaky' | 'inconclusive' | 'unreachable';
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** JSON pointer of the broken clause in the description. */
  readonly pointer?: string;
  /** JSON pointer of the place in the answer's body. */
  readonly instance?: string;
  /** `file:line:column` of the broken clause. */
  readonly specLocation?: string;
  readonly curl?: string;
  readonly since?: Since;
  readonly accepted?: Accepted;
};

/** Whether the baseline has it, too: `known`, or `new`. Missing where there is no baseline. */
export type Since = 'new' | 'known';

/** A case that failed in an earlier run and was not sent again, and why. */
export type Unsent = Pick<CaseResult, 'region' | 'operationId' | 'case'> & { readonly reason: string };

/** The same case, or all cases of an operation with the same status, answered in different ways by regions. */
export type Difference = {
  readonly operationId: string;
  /** The case; `all with status 200` where what all of them have in common is compared. */
  readonly case: string;
  readonly what: 'status' | 'media type' | 'body' | 'header' | 'page size';
  /** The path in the body, or the name of the header. */
  readonly where?: string;
  /** What each region answered. */
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
  /** Only in this case. */
  readonly case?: string;
  /** Only of this clause; of a difference, only at this place. */
  readonly pointer?: string;
  /** Only where the finding says this. */
  readonly message?: string;
  /** `file:line:column` of the entry. */
  readonly location: string;
};

export type Stale = Deviation & { readonly why: 'no longer fails' | 'has expired' };

/** An entry of which the run does not say whether it still fails, and why. */
export type NotTold = Deviation & { readonly why: string };

/** What the suite asked for, and what it didn't, in at least one region. */
export type Coverage = {
  readonly operations: { readonly documented: number; readonly judged: number };
  readonly responses: { readonly documented: number; readonly provoked: number };
  /** Sent, and answered with a success or a refusal. */
  readonly parameters: Covered;
  /** Of parameters that have but few. */
  readonly values: Covered;
  /** Of successes, seen in an answer. */
  readonly properties: Covered;
  /** Of all documented answers, seen in one. */
  readonly headers: Covered;
  /** How much of all of that together, rounded down to a tenth. */
  readonly percent: number;
  /** What `percent` must not be below. */
  readonly floor?: number;
  /** One for each thing that is documented and was not exercised. */
  readonly gaps: readonly Gap[];
};

export type Covered = { readonly documented: number; readonly exercised: number };

export type Gap = {
  readonly operationId: string;
  readonly what: 'operation' | 'status' | 'parameter' | 'enum value' | 'property' | 'header';
  /** Of the parameter or header; `name=value`; or the path of the property. */
  readonly name?: string;
  readonly status?: string;
  readonly reason: string;
};

/** Everything that is known after a run; every report is made from it. */
export type RunResult = Verdicts & { readonly exitCode: ExitCode };

/** All of that but what it comes to. */
export type Verdicts = {
  /** Drift and flaky cases count as broken. */
  readonly strict?: true;
  readonly spec: { readonly title: string; readonly version: string };
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly cases: readonly CaseResult[];
  readonly findings: readonly Finding[];
  readonly parity: readonly Difference[];
  readonly coverage: Coverage;
  /** Findings of the baseline that are gone: their cases were judged in this run. Missing where there is no baseline. */
  readonly fixed?: readonly Finding[];
  readonly fixedParity?: readonly Difference[];
  /** Those that are neither found nor gone, for this run did not judge what they are about. */
  readonly uncompared?: readonly Finding[];
  readonly uncomparedParity?: readonly Difference[];
  /** Known deviations that are none any more, or no longer accepted. Missing where no table is given. */
  readonly stale?: readonly Stale[];
  /** Known deviations of which this run does not say whether they are still there. */
  readonly notTold?: readonly NotTold[];
  /** The file of the earlier run of which only what failed was sent again. */
  readonly onlyFailed?: string;
  /** What failed in it and was not sent again. Missing where there is no such run. */
  readonly unsent?: readonly Unsent[];
  /** Every request that was sent, in the order of each region; retries and further pages included. */
  readonly exchanges: readonly Exchange[];
};
