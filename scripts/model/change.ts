import type { Location } from '../base/problem.ts';

/** Something that a description says otherwise than an earlier one. */
export type Change = {
  /** Whether a client that kept to the earlier description can fail because of it. */
  readonly breaking: boolean;
  /** In a sentence without its operations: `status` no longer accepts `succeed`. */
  readonly text: string;
  /** The ids of the operations that it concerns; none where it is about the whole API. */
  readonly operations: readonly string[];
  /** Where it is written: in the new description, or, if it is gone from there, in the earlier one. */
  readonly location: Location;
};

/** What changed in the contract between two descriptions of an API. */
export type Changes = {
  /** The ids of all operations that there are now. */
  readonly operations: readonly string[];
  /** Those that break first, each part in the order of the file. */
  readonly changes: readonly Change[];
  /** How many texts, examples and extensions of other tools changed; they are no part of the contract. */
  readonly texts: number;
};
