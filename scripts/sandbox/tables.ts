import type { Described, OperationTable, ProvenanceTable } from '../model/expectation.ts';
import type { Validator } from './schema-error.ts';

/** The parts of the spec that the checks need. */
export type Tables = {
  readonly operations: Readonly<Record<string, OperationTable>>;
  readonly provenances: ProvenanceTable;
  readonly validators: readonly Validator[];
  /** First what the schema of each validator describes, then what is in that. */
  readonly described: readonly Described[];
};

/** All tables, by operation. */
export type RegisteredTables = Readonly<Record<string, Tables>>;

/** Keeps the tables for the whole run: a recheck may return to an operation of an earlier script. */
export function register(tables: Tables, registered: Record<string, Tables>): void {
  for (const id of Object.keys(tables.operations)) registered[id] = tables;
}
