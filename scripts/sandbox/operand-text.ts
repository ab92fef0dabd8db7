import type { Operand } from '../model/contract.ts';
import { show } from './clause-result.ts';

/** An operand of a relation, in words. */
export function operandText(operand: Operand): string {
  if ('at' in operand) return operand.at === '' ? 'the body' : operand.at;
  if ('number' in operand) return String(operand.number);
  if ('expression' in operand) return operand.expression;
  if ('sum' in operand) return operand.sum.join(' + ');
  if ('count' in operand) return `the number of items${placeOf(operand.count)}`;
  const { operation, items, of, distinct, where } = operand;
  const what = distinct === undefined ? 'items' : `different ${distinct}`;
  const amount = of === undefined ? `the number of ${what}` : `the sum of ${of}`;
  return `${amount}${placeOf(items)} of ${operation}${conditionOf(where)}`;
}

function placeOf(pointer: string): string {
  return pointer === '' ? '' : ` in ${pointer}`;
}

function conditionOf(where: Readonly<Record<string, readonly unknown[]>>): string {
  const parts = Object.keys(where).map((pointer) => {
    return `${pointer} is ${(where[pointer] || []).map(show).join(' or ')}`;
  });
  return parts.length === 0 ? '' : `, where ${parts.join(' and ')}`;
}
