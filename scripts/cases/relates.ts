import type { Operand, Relation, Rule } from '../model/contract.ts';
import { surelyAt } from './always-present.ts';
import type { Certainty } from './certainty.ts';
import type { Expected } from './expected.ts';

/** Whether a relation is held against the answer: what is not there can't be compared. */
export function relates({ each, rule }: Relation, expected: Expected): Certainty {
  // An array may be empty.
  return each === undefined && isComparable(rule, expected) ? 'always' : 'maybe';
}

function isComparable(rule: Rule, expected: Expected): boolean {
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
