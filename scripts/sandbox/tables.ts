import type { Described, OperationTable, ProvenanceTable } from '../model/expectation.ts';
import type { Validator } from './schema-error.ts';

/** What the generator knows and the checks need. */
export type Tables = {
  readonly operations: Readonly<Record<string, OperationTable>>;
  readonly provenances: ProvenanceTable;
  readonly validators: readonly Validator[];
  /** What the schema of each validator describes, and then what is in that. */
  readonly described: readonly Described[];
};
