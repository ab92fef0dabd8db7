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

/** By operation. */
export type RegisteredTables = Readonly<Record<string, Tables>>;

/** Keeps the tables for the whole run: a recheck may return to an operation of an earlier script. */
export function register(tables: Tables, registered: Record<string, Tables>): void {
  for (const id of Object.keys(tables.operations)) registered[id] = tables;
}
