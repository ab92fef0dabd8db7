import type { Described, OperationTable, ProvenanceTable } from '../model/expectation.ts';
import type { Memory } from './memory.ts';
import type { Validator } from './schema-error.ts';

/** What the generator knows and the checks need. */
export type Tables = {
  readonly operations: Readonly<Record<string, OperationTable>>;
  readonly provenances: ProvenanceTable;
  readonly validators: readonly Validator[];
  /** What the schema of each validator describes, and then what is in that. */
  readonly described: readonly Described[];
};

/** Tells the run what there is to know of these operations: it may come back to one whose script is not the last. */
export function register(tables: Tables, memory: Pick<Memory, 'tables'>): void {
  for (const id of Object.keys(tables.operations)) memory.tables[id] = tables;
}
