import { parsePointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import type { Operand, Relation, RelationRule } from '../model/contract.ts';
import { derivedVariable } from '../model/derived.ts';
import type { CheckId } from '../model/outcome.ts';
import { requestedPage } from '../sandbox/paging.ts';
import { requestedOrder } from '../sandbox/sort.ts';
import { type Certainty, strongest, when } from './certainty.ts';
import type { Expected } from './expected.ts';
import { requestDifferences } from './request-summary.ts';
import { wholeList } from './whole-list.ts';

/** The checks that compare parts of a success with each other, with its request and with earlier responses. */
export const related: Readonly<Record<RelatedId, (expected: Expected) => Certainty>> = {
  list,
  paging,
  filter,
  sort,
  detail,
  relation: (expected) =>
    strongest(
      expected.testCase.operation.contract.relations.map((relation) => relationCertainty(relation, expected)),
    ),
  repeat: (expected) => when(repeats(expected)),
};

type RelatedId = Extract<CheckId, 'list' | 'paging' | 'filter' | 'sort' | 'detail' | 'relation' | 'repeat'>;

function list({ testCase, content }: Expected): Certainty {
  const clause = testCase.operation.contract.list;
  if (clause === undefined) return 'never';
  return isAlwaysPresent(content?.form, clause.items) ? 'always' : 'maybe';
}

/** A list without pages is compared with the whole list when the same request is repeated. */
function paging(expected: Expected): Certainty {
  const { testCase, content, query } = expected;
  const clause = testCase.operation.contract.list;
  if (clause === undefined) return 'never';
  const { page } = clause;
  if (page === undefined) return when(repeats(expected));
  const pointers = [page.echo, page.count, page.total].filter((pointer) => pointer !== undefined);
  const isPresent = pointers.some((pointer) => isAlwaysPresent(content?.form, pointer));
  return isPresent || requestedPage(query, page).size !== undefined ? 'always' : 'maybe';
}

/** An empty page proves nothing about a filter that keeps items. A count by value is always checked. */
function filter({ testCase, query }: Expected): Certainty {
  const { list: clause, filters } = testCase.operation.contract;
  const counted = Object.entries(filters).map(([name, one]) => {
    const sent = query[name];
    return when(one.keep === 'counts' && sent !== undefined && one.counts[sent] !== undefined);
  });
  const kept = Object.keys(clause?.filters ?? {}).filter((name) => name in query);
  return strongest([...counted, ...kept.map(() => 'maybe' as const)]);
}

/** A requested order is always checked, if only to report that too few items show it. */
function sort({ testCase, query }: Expected): Certainty {
  const clause = testCase.operation.contract.list?.sort;
  const order = clause && requestedOrder(query, clause);
  if (clause === undefined || order === undefined || clause.keys[order.key] === undefined) return 'never';
  return clause.by in query ? 'always' : 'maybe';
}

/** Only the list's last item is certain to be compared. */
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

/** Whether the request repeats the one whose response is remembered. */
function repeats({ testCase, all }: Expected): boolean {
  return (
    !testCase.remember &&
    wholeList(testCase.operation, all).length === 0 &&
    requestDifferences(testCase).length === 0
  );
}

/** Whether a relation is checked: values that are missing can't be compared. */
function relationCertainty({ each, rule }: Relation, expected: Expected): Certainty {
  // An array may be empty.
  return each === undefined && isComparable(rule, expected) ? 'always' : 'maybe';
}

function isComparable(rule: RelationRule, expected: Expected): boolean {
  const isThere = (pointer: string): boolean => isAlwaysPresent(expected.content?.form, pointer);
  if (rule.kind === 'equals') return rule.operands.every((operand) => isKnown(operand, expected));
  if (rule.kind === 'elapsed') return [rule.from, rule.to, rule.is].every(isThere);
  return rule.moments.filter(isThere).length > 1;
}

function isKnown(operand: Operand, { testCase, response, content, query }: Expected): boolean {
  const isThere = (pointer: string): boolean => isAlwaysPresent(content?.form, pointer);
  if ('number' in operand) return true;
  if ('at' in operand) return isThere(operand.at);
  if ('sum' in operand) return operand.sum.every(isThere);
  if ('count' in operand) return isThere(operand.count);
  // If the other operation's list is not known, the check of the remembered response reports it.
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

/** Whether each valid body has a value other than null at the pointer. */
function isAlwaysPresent(schema: unknown, pointer: string): boolean {
  return isCertain(schema, parsePointer(pointer));
}

function isCertain(schema: unknown, [name, ...rest]: readonly string[]): boolean {
  const parts = withParts(schema);
  if (name === undefined) return parts.some(isNotNull);
  const isRequired = parts.some(({ required }) => Array.isArray(required) && required.includes(name));
  return (
    isRequired && parts.some(({ properties }) => isObject(properties) && isCertain(properties[name], rest))
  );
}

type Schema = Readonly<Record<string, unknown>>;

/** The schema and its `allOf` parts. No branch of `anyOf` or `oneOf` is certain to apply. */
function withParts(schema: unknown): readonly Schema[] {
  const found = new Set<Schema>();
  const add = (part: unknown): void => {
    if (!isObject(part) || found.has(part)) return;
    found.add(part);
    if (Array.isArray(part.allOf)) part.allOf.forEach(add);
  };
  add(schema);
  return [...found];
}

function isNotNull({ type, enum: values }: Schema): boolean {
  const types = [type ?? []].flat();
  return (types.length > 0 && !types.includes('null')) || (Array.isArray(values) && !values.includes(null));
}
