import type { Clause, Provenance } from '../model/contract.ts';
import type { ProvenanceTable } from '../model/expectation.ts';
import { type CheckId, type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance-order.ts';

/** Why a clause does not hold: what was expected and what was found. */
export type Fault = {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The items whose earlier answers it does not agree with. */
  readonly against?: readonly string[];
};

/** What a check of a clause came to, where it could be made; `open` says why it could not. */
export type ClauseResult = Fault | 'held' | { readonly open: string };

export type Holder = (check: CheckId, clause: Clause, held: ClauseResult) => Outcome;

/**
 * Makes outcomes of clauses. The least certain decides between failed and drift: of the clause, of the case, and of
 * what the clause relies on.
 */
export function createHolder(ofCase: Provenance, marks: ProvenanceTable): Holder {
  return (check, clause, held) => {
    const { pointer } = clause;
    const relied = Object.keys(marks).filter((at) => `${at}/`.indexOf(`${pointer}/`) === 0);
    const provenance = relied.map((at) => marks[at] || 'documented').reduce(weaker, ofCase);
    if (held === 'held') return { check, verdict: 'passed', message: 'it holds', pointer };
    if ('open' in held) return { check, verdict: 'inconclusive', message: held.open, pointer };
    return { check, verdict: verdictOf(weaker(provenance, clause.provenance)), ...held, pointer };
  };
}

/** One member of a clause: it relies on less than the whole. */
export function memberOf({ pointer, provenance }: Clause, ...keys: readonly string[]): Clause {
  const escaped = keys.map((key) => key.replace(/~/g, '~0').replace(/\//g, '~1'));
  return { pointer: [pointer, ...escaped].join('/'), provenance };
}

/** What holds where nothing could have broken it is not told. */
export function unlessEmpty(held: ClauseResult, isTelling: boolean): ClauseResult[] {
  return held === 'held' && !isTelling ? [] : [held];
}

/** A value as short JSON. */
export function show(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) return 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
