import type { Provenance } from './contract.ts';

/** The less certain of two provenances, for clauses that must both hold. */
export function weaker(a: Provenance, b: Provenance): Provenance {
  if (a === 'inferred' || b === 'inferred') return 'inferred';
  return a === 'observed' || b === 'observed' ? 'observed' : 'documented';
}
