import type { Operation } from '../model/api.ts';
import { toDescribed } from '../model/described.ts';
import type { Described } from '../model/expectation.ts';
import { keywordOf } from '../model/keyword.ts';
import { type CheckId, checks } from '../model/outcome.ts';
import type { Case } from './case.ts';
import { type Certainty, common, weakest, when } from './certainty.ts';
import { type Expected, expectedOf } from './expected.ts';
import { related } from './related-checks.ts';

/** A check of a test case, with its condition if the response decides whether it is made. */
export type ExpectedCheck = { readonly check: CheckId; readonly if?: string };

/** The checks that are made on an expected response, in their order. */
export function expectedChecks(testCase: Case, all: readonly Operation[]): ExpectedCheck[] {
  if (testCase.outgoing.method !== undefined) return [{ check: 'method' }, { check: 'leak' }];
  const responses = expectedOf(testCase, all);
  return checkIds.flatMap((check): ExpectedCheck[] => {
    const certainty = common(responses.map(rules[check]));
    if (certainty === 'never') return [];
    return [{ check, ...(certainty === 'maybe' && { if: conditions[check] ?? otherResponse }) }];
  });
}

const checkIds = Object.keys(checks).filter((id): id is CheckId => id in checks);

/** Whether the sandbox makes the check on an expected response. */
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

/** When a check that depends on the response is made. */
const conditions: Readonly<Partial<Record<CheckId, string>>> = {
  undocumented: 'the body has an object whose properties are described',
  headers: 'the response has an optional header',
  list: 'the body has a list',
  paging: 'the page has its number, its size or the total',
  filter: 'the list has items, or the whole list is known',
  sort: 'two items differ in the sort key',
  detail: "the item is the list's last one",
  relation: 'the values to compare are present',
};

const otherResponse = 'the response is one for which it is described';

/** Whether each body has an object for which the schema names all properties. */
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
