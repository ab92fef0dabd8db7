import type { Provenance } from './contract.ts';

/**
 * `drift`: the response breaks a clause that is only observed or inferred, or the test case relies on such a clause.
 * `inconclusive`: the check could not be made, because its precondition was not met.
 */
export type Verdict = 'passed' | 'failed' | 'drift' | 'inconclusive';

/** The result of one check on one response. */
export type Outcome = {
  readonly check: CheckId;
  readonly verdict: Verdict;
  /** One sentence for a person. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** JSON pointer of the clause in the spec. */
  readonly pointer?: string;
  /** JSON pointer of the place in the body of the response. */
  readonly instance?: string;
};

/** The checks in their order, each with the sentence that it enforces. */
export const checks = {
  status: 'the status is the documented one',
  'media-type': 'the media type is documented',
  json: 'the body is strict JSON',
  schema: 'the body matches its schema',
  undocumented: 'the body has no undocumented property',
  headers: 'the headers are as documented',
  method: 'an undocumented method is refused',
  leak: 'the response reveals no internals of the server',
  budget: 'the response arrives in time',
  http: 'the response is well-formed HTTP',
  list: 'the list holds each item once',
  paging: 'the pages are the right parts of the list',
  filter: 'the filter keeps exactly the items that match',
  sort: 'the list is in the requested order',
  detail: 'an item is the same alone and in the list',
  relation: 'the relations between values hold',
  repeat: 'the same request gets the same response',
} as const;

export type CheckId = keyof typeof checks;

/** The verdict for a broken clause of this provenance. */
export function verdictOf(provenance: Provenance): Verdict {
  return provenance === 'documented' ? 'failed' : 'drift';
}
