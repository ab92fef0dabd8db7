import { createHistory, createRecord, type History } from './history.ts';
import { createRechecks, type Rechecks } from './recheck.ts';
import { type Attempts, createAttempts } from './retry.ts';
import type { RegisteredTables } from './tables.ts';

/** What one script leaves for the next: the global `contractMemory`. Only the module of each type writes to it. */
export type Memory = {
  readonly tables: RegisteredTables;
  readonly history: History;
  readonly attempts: Attempts;
  readonly rechecks: Rechecks;
};

export function createMemory(): Memory {
  return {
    tables: createRecord(),
    history: createHistory(),
    attempts: createAttempts(),
    rechecks: createRechecks(),
  };
}
