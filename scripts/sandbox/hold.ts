import type { Provenance } from '../model/api.ts';
import type { Clause } from '../model/contract.ts';
import { type CheckId, type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance-order.ts';

/** Why a clause does not hold: what was expected and what was found. */
export type Fault = { readonly message: string; readonly expected: string; readonly actual: string };

/** What a check of a clause came to, where it could be made; `open` says why it could not. */
export type Held = Fault | 'held' | { readonly open: string };

export type Holder = (check: CheckId, clause: Clause, held: Held) => Outcome;

/** Makes outcomes of clauses; the less certain of the clause and of the case decides between failed and drift. */
export function createHolder(provenance: Provenance): Holder {
  return (check, clause, held) => {
    const { pointer } = clause;
    if (held === 'held') return { check, verdict: 'passed', message: 'it holds', pointer };
    if ('open' in held) return { check, verdict: 'inconclusive', message: held.open, pointer };
    return { check, verdict: verdictOf(weaker(provenance, clause.provenance)), ...held, pointer };
  };
}

/** A value as short JSON. */
export function show(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) return 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
