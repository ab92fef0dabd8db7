import type { ExitCode } from '../exit-code.ts';
import type { Outcome } from './outcome.ts';

/** What became of a case, a region, or an operation in a region; from worst to best. */
export const verdicts = [
  'failed',
  'unreachable',
  'inconclusive',
  'flaky',
  'drift',
  'passed',
  'skipped',
] as const;

export type ResultVerdict = (typeof verdicts)[number];

/** What became of one case in one region. Times are in milliseconds. */
export type CaseResult = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  readonly name: string;
  readonly verdict: ResultVerdict;
  /** Why it was skipped, couldn't be reached or couldn't be judged. */
  readonly reason?: string;
  readonly outcomes: readonly Outcome[];
  /** The status that came back, where one did. */
  readonly status?: number;
  /** The parsed media type that came back. */
  readonly mediaType?: string;
  /** A shell command that sends the same request; secrets are shell variables. */
  readonly curl?: string;
  readonly durationMs: number;
};

export type RegionResult = {
  readonly baseUrl: string;
  readonly verdict: ResultVerdict;
  /** Why the region couldn't be judged, and what to do. */
  readonly reason?: string;
  readonly requests: number;
  /** Checks that were made; `passed`, `failed` and `drift` add up to them. */
  readonly checks: number;
  readonly passed: number;
  readonly failed: number;
  readonly drift: number;
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
  readonly severity: 'failed' | 'drift' | 'inconclusive' | 'unreachable';
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** JSON pointer of the broken clause in the description. */
  readonly pointer?: string;
  /** `file:line:column` of the broken clause. */
  readonly specLocation?: string;
  readonly curl?: string;
};

/** The same case answered in different ways by regions. */
export type Difference = {
  readonly operationId: string;
  readonly case: string;
  readonly what: 'status' | 'media type';
  /** What each region answered. */
  readonly regions: Readonly<Record<string, string>>;
};

/** What the suite asked for, and what it didn't. */
export type Coverage = {
  readonly operations: { readonly documented: number; readonly judged: number };
  readonly responses: { readonly documented: number; readonly provoked: number };
  readonly gaps: readonly Gap[];
};

export type Gap = { readonly operationId: string; readonly status?: string; readonly reason: string };

/** Everything that is known after a run; every report is made from it. */
export type RunResult = {
  readonly exitCode: ExitCode;
  readonly spec: { readonly title: string; readonly version: string };
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly cases: readonly CaseResult[];
  readonly findings: readonly Finding[];
  readonly parity: readonly Difference[];
  readonly coverage: Coverage;
};
