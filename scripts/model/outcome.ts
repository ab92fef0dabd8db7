import type { Provenance } from './contract.ts';

/**
 * `drift`: a clause that is only observed or inferred does not hold, or one does not in a case that is.
 * `inconclusive`: the check could not be made, because its precondition was not met.
 */
export type Verdict = 'passed' | 'failed' | 'drift' | 'inconclusive';

/** What one check found on one answer. */
export type Outcome = {
  readonly check: CheckId;
  readonly verdict: Verdict;
  /** One sentence for people. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** JSON pointer of the clause in the description. */
  readonly pointer?: string;
  /** JSON pointer of the place in the answer's body. */
  readonly instance?: string;
};

/** The checks, in the order in which they are made; each named as the sentence that it enforces. */
export const checks = {
  status: 'the status is the documented one',
  'media-type': 'the media type is documented',
  json: 'the body is strict JSON',
  schema: 'the body is as its schema says',
  undocumented: 'the body has no property that is not described',
  headers: 'the headers are as documented',
  method: 'a method that is not documented is refused',
  leak: 'the answer tells nothing of the inside of the server',
  budget: 'the answer is there in time',
  http: 'the answer is well-formed HTTP',
  list: 'the list holds each item once',
  paging: 'the pages are parts of the list, and say which',
  filter: 'the filter keeps exactly what it says',
  sort: 'the list is in the order that was asked for',
  detail: 'an item says the same alone and in the list',
  relation: 'the relations between values hold',
  repeat: 'the same request gets the same answer',
} as const;

export type CheckId = keyof typeof checks;

/** What it means that a clause does not hold, by how the clause is known. */
export function verdictOf(provenance: Provenance): Verdict {
  return provenance === 'documented' ? 'failed' : 'drift';
}
