import type { Provenance } from './contract.ts';

/** Of two clauses that must both hold, the less certain one decides. */
export function weaker(a: Provenance, b: Provenance): Provenance {
  if (a === 'inferred' || b === 'inferred') return 'inferred';
  return a === 'observed' || b === 'observed' ? 'observed' : 'documented';
}
