import type { Location } from '../base/problem.ts';

/** What a change is to its reader: only an error fails. */
export type Severity = 'error' | 'warning' | 'info';

/** A difference between a spec and an earlier version of it. */
export type Change = {
  /** Whether a client that kept to the earlier spec can fail because of it: its severity is `error`. */
  readonly breaking: boolean;
  readonly severity: Severity;
  /** The id of the rule that found it. */
  readonly rule: string;
  /** A sentence without the operations: `status` no longer accepts `succeed`. */
  readonly text: string;
  /** The ids of the operations that it affects; empty if it is about the whole API. */
  readonly operations: readonly string[];
  /** Its place in the new spec, or in the earlier one if the part was removed. */
  readonly location: Location;
};

/** The changes of the contract between two specs of an API. */
export type Changes = {
  /** The ids of all operations in the new spec. */
  readonly operations: readonly string[];
  /** Errors first, then warnings, then the others, each in the order of the file. */
  readonly changes: readonly Change[];
  /** How many texts, examples and extensions of other tools changed. They are not part of the contract. */
  readonly texts: number;
  /** How many changes are left out because a severity file gives their rules `none`. */
  readonly hidden: number;
};
