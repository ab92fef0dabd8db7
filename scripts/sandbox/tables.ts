import type { Memory, Tables } from './memory.ts';

/** Tells the run what there is to know of these operations: it may come back to one whose script is not the last. */
export function register(tables: Tables, memory: Pick<Memory, 'tables'>): void {
  for (const id of Object.keys(tables.operations)) memory.tables[id] = tables;
}
