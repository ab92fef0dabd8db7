import type { Operand } from '../model/contract.ts';
import { firstDifference } from './difference.ts';

/**
 * Whether all operands are equal JSON: type and content count. Values of a request or a header are text, so the others
 * are compared as text, too, except numbers.
 * @param values of the operands, in their order
 */
export function areEqual(operands: readonly Operand[], values: readonly unknown[]): boolean {
  const isText = operands.some((operand) => 'expression' in operand);
  // A response may write the region's name in capitals.
  const isRegion = operands.some((operand) => 'expression' in operand && operand.expression === '$region');
  const isSum = operands.some((operand) => 'sum' in operand || ('of' in operand && operand.of !== undefined));
  const isNumber = values.some((value) => typeof value === 'number');
  const comparable = (value: unknown): unknown => {
    if (!isText || typeof value === 'object') return value;
    if (isNumber && !Number.isNaN(Number(value))) return Number(value);
    return isRegion ? String(value).toLowerCase() : String(value);
  };
  const [first, ...others] = values.map(comparable);
  return others.every(
    (other) => (isSum && isClose(first, other)) || firstDifference(first, other) === undefined,
  );
}

/** Sums of decimals depend a little on the order of adding. */
function isClose(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number' || (Number.isInteger(a) && Number.isInteger(b)))
    return false;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
