import type { Clause, Provenance } from '../model/contract.ts';
import type { ProvenanceTable } from '../model/expectation.ts';
import { type CheckId, type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance.ts';
import { toJson } from './numbers.ts';

/** Why a clause does not hold: what was expected and what was found. */
export type Mismatch = {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The requests whose earlier responses do not agree. */
  readonly sources?: readonly string[];
};

/** The result of a check of one clause; `inconclusive` says why it could not be made. */
export type ClauseResult = Mismatch | 'held' | { readonly inconclusive: string };

export type ToOutcome = (check: CheckId, clause: Clause, result: ClauseResult) => Outcome;

/**
 * Makes outcomes of clauses. The least certain decides between failed and drift: the clause, the test case, or what the
 * clause relies on.
 */
export function createToOutcome(ofCase: Provenance, marks: ProvenanceTable): ToOutcome {
  return (check, clause, result) => {
    const { pointer } = clause;
    const relied = Object.keys(marks).filter((at) => `${at}/`.indexOf(`${pointer}/`) === 0);
    const provenance = relied.map((at) => marks[at] || 'documented').reduce(weaker, ofCase);
    if (result === 'held') return { check, verdict: 'passed', message: 'it holds', pointer };
    if ('inconclusive' in result)
      return { check, verdict: 'inconclusive', message: result.inconclusive, pointer };
    return { check, verdict: verdictOf(weaker(provenance, clause.provenance)), ...result, pointer };
  };
}

/** A mismatch with earlier responses may only mean that the data changed in between: these requests are sent again. */
export function withSources(sources: readonly (string | undefined)[], result: ClauseResult): ClauseResult {
  const known = sources.filter((request) => request !== undefined);
  return result === 'held' || 'inconclusive' in result || known.length === 0
    ? result
    : { ...result, sources: known };
}

/** One member of a clause: it relies on less than the whole. */
export function memberOf({ pointer, provenance }: Clause, ...keys: readonly string[]): Clause {
  const escaped = keys.map((key) => key.replace(/~/g, '~0').replace(/\//g, '~1'));
  return { pointer: [pointer, ...escaped].join('/'), provenance };
}

/** A clause that holds because nothing could have broken it is not reported. */
export function unlessTrivial(result: ClauseResult, isConclusive: boolean): ClauseResult[] {
  return result === 'held' && !isConclusive ? [] : [result];
}

/** A value as short JSON. */
export function show(value: unknown): string {
  const text = toJson(value);
  if (text === undefined) return 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
