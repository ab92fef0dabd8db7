import type { Operand, Relation, RelationRule } from '../model/contract.ts';
import { derivedVariable } from '../model/derived.ts';
import type { CheckId } from '../model/outcome.ts';
import { requestedPage } from '../sandbox/paging.ts';
import { requestedOrder } from '../sandbox/sort.ts';
import { surelyAt } from './always-present.ts';
import { type Certainty, strongest, when } from './certainty.ts';
import type { Expected } from './expected.ts';
import { differsBy } from './request-summary.ts';
import { wholeList } from './whole-list.ts';

/** The checks of what a success has to do with itself, with its request and with earlier answers. */
export const related: Readonly<Record<RelatedId, (expected: Expected) => Certainty>> = {
  list,
  paging,
  filter,
  sort,
  detail,
  relation: (expected) =>
    strongest(expected.testCase.operation.contract.relations.map((relation) => relates(relation, expected))),
  repeat: (expected) => when(repeats(expected)),
};

type RelatedId = Extract<CheckId, 'list' | 'paging' | 'filter' | 'sort' | 'detail' | 'relation' | 'repeat'>;

function list({ testCase, content }: Expected): Certainty {
  const clause = testCase.operation.contract.list;
  if (clause === undefined) return 'never';
  return surelyAt(content?.form, clause.items) ? 'always' : 'maybe';
}

/** A list without pages is held against the whole one where it is asked for once more. */
function paging(expected: Expected): Certainty {
  const { testCase, content, query } = expected;
  const clause = testCase.operation.contract.list;
  if (clause === undefined) return 'never';
  const { page } = clause;
  if (page === undefined) return when(repeats(expected));
  const said = [page.echo, page.count, page.total].filter((pointer) => pointer !== undefined);
  const isSaid = said.some((pointer) => surelyAt(content?.form, pointer));
  return isSaid || requestedPage(query, page).size !== undefined ? 'always' : 'maybe';
}

/** An empty page shows nothing of a filter; what counts by value always does. */
function filter({ testCase, query }: Expected): Certainty {
  const { list: clause, filters } = testCase.operation.contract;
  const counted = Object.entries(filters).map(([name, one]) => {
    const asked = query[name];
    return when(one.keep === 'counts' && asked !== undefined && one.counts[asked] !== undefined);
  });
  const kept = Object.keys(clause?.filters ?? {}).filter((name) => name in query);
  return strongest([...counted, ...kept.map(() => 'maybe' as const)]);
}

/** Of the order that was asked for it is said even if it can't be seen. */
function sort({ testCase, query }: Expected): Certainty {
  const clause = testCase.operation.contract.list?.sort;
  const order = clause && requestedOrder(query, clause);
  if (clause === undefined || order === undefined || clause.keys[order.key] === undefined) return 'never';
  return clause.by in query ? 'always' : 'maybe';
}

/** The list's last item, alone; others say nothing. */
function detail({ testCase: { operation, outgoing }, all }: Expected): Certainty {
  return strongest(
    all.flatMap((other): Certainty[] => {
      const clause = other.contract.list?.detail;
      if (clause?.operation !== operation.id) return [];
      const { value } = derivedVariable(other, 'identity');
      const isLast = outgoing.parameters.some(
        (sent) => sent.parameter.name === clause.parameter && sent.value === value,
      );
      return [isLast ? 'always' : 'maybe'];
    }),
  );
}

/** Whether it is just the request whose answer is remembered, once more. */
function repeats({ testCase, all }: Expected): boolean {
  return (
    !testCase.remember && wholeList(testCase.operation, all).length === 0 && differsBy(testCase).length === 0
  );
}

/** Whether a relation is held against the answer: what is not there can't be compared. */
function relates({ each, rule }: Relation, expected: Expected): Certainty {
  // An array may be empty.
  return each === undefined && isComparable(rule, expected) ? 'always' : 'maybe';
}

function isComparable(rule: RelationRule, expected: Expected): boolean {
  const isThere = (pointer: string): boolean => surelyAt(expected.content?.form, pointer);
  if (rule.kind === 'equals') return rule.operands.every((operand) => isKnown(operand, expected));
  if (rule.kind === 'elapsed') return [rule.from, rule.to, rule.is].every(isThere);
  return rule.moments.filter(isThere).length > 1;
}

function isKnown(operand: Operand, { testCase, response, content, query }: Expected): boolean {
  const isThere = (pointer: string): boolean => surelyAt(content?.form, pointer);
  if ('number' in operand) return true;
  if ('at' in operand) return isThere(operand.at);
  if ('sum' in operand) return operand.sum.every(isThere);
  if ('count' in operand) return isThere(operand.count);
  // Where the other operation's list is not known, the answer that is remembered says so.
  if ('operation' in operand) return testCase.remember;
  const [, place, ...names] = operand.expression.split('.');
  const name = names.join('.');
  if (operand.expression.startsWith('$request.query.')) return name in query;
  if (operand.expression.startsWith('$response.header.'))
    return response.headers.some(
      (header) => header.required && header.name.toLowerCase() === name.toLowerCase(),
    );
  return operand.expression === '$region' || place === 'path';
}
