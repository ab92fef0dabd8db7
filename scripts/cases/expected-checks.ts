import type { Operation } from '../model/api.ts';
import { toDescribed } from '../model/described.ts';
import type { Described } from '../model/expectation.ts';
import { keywordOf } from '../model/keyword.ts';
import { type CheckId, checks } from '../model/outcome.ts';
import type { Case } from './case.ts';
import { type Certainty, common, weakest, when } from './certainty.ts';
import { type Expected, expectedOf } from './expected.ts';
import { related } from './related-checks.ts';

/** A check that a request carries; where it depends on the answer whether it is made, the condition. */
export type Carried = { readonly check: CheckId; readonly if?: string };

/** The checks that are made on the answer to a case, if it is one that the case expects; in their order. */
export function carries(testCase: Case, all: readonly Operation[]): Carried[] {
  if (testCase.outgoing.method !== undefined) return [{ check: 'method' }, { check: 'leak' }];
  const answers = expectedOf(testCase, all);
  return checkIds.flatMap((check): Carried[] => {
    const sureness = common(answers.map(rules[check]));
    if (sureness === 'never') return [];
    return [{ check, ...(sureness === 'maybe' && { if: conditions[check] ?? otherAnswer }) }];
  });
}

const checkIds = Object.keys(checks).filter((id): id is CheckId => id in checks);

/** Whether the sandbox makes the check on an answer that is as expected. */
const rules: Readonly<Record<CheckId, (expected: Expected) => Certainty>> = {
  status: () => 'always',
  'media-type': ({ content }) => when(content !== undefined),
  json: ({ json }) => json,
  schema: ({ json, content }) => (content?.schema === undefined ? 'never' : json),
  undocumented: ({ json, content }) => weakest([json, names(content?.form)]),
  headers,
  method: () => 'never',
  leak: () => 'always',
  budget: ({ testCase }) => when(testCase.operation.contract.budget !== undefined),
  http: () => 'never',
  list: ofSuccess(related.list),
  paging: ofSuccess(related.paging),
  filter: ofSuccess(related.filter),
  sort: ofSuccess(related.sort),
  detail: ofSuccess(related.detail),
  relation: ofSuccess(related.relation),
  repeat: ofSuccess(related.repeat),
};

/** On what it depends. */
const conditions: Readonly<Partial<Record<CheckId, string>>> = {
  undocumented: 'there is an object whose properties are described',
  headers: 'an optional header is there',
  list: 'there is a list',
  paging: 'the page says its number, its size or the total',
  filter: 'there are items, or the whole list is known',
  sort: 'two items differ in what the list is sorted by',
  detail: "it is the list's last item",
  relation: 'what is to be compared is there',
};

const otherAnswer = 'the answer is one of those for which it is described';

/** Whether each body has an object of which just the named properties are known. */
function names(schema: unknown): Certainty {
  const table = toDescribed([schema]);
  const isJudged = ({ properties, open }: Described): boolean => properties !== undefined && !open;
  if (!table.some(isJudged)) return 'never';
  return table.slice(0, 1).some(isJudged) && keywordOf(schema, 'type') === 'object' ? 'always' : 'maybe';
}

function headers({ response }: Expected): Certainty {
  if (response.headers.some(({ required }) => required)) return 'always';
  return response.headers.length > 0 ? 'maybe' : 'never';
}

function ofSuccess(rule: (expected: Expected) => Certainty) {
  return (expected: Expected): Certainty => {
    const isSuccess = /^(2|default$)/.test(expected.response.status);
    return isSuccess ? weakest([expected.json, rule(expected)]) : 'never';
  };
}
