import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import type { Relation, RelationRule } from './contract.ts';
import { type ContractPart, clauseOf, isPointer, pointerList, toPart } from './contract-part.ts';
import { toOperand, toOperands } from './to-operand.ts';

/** The `relations` of an operation's `x-contract`. */
export function toRelations({ spec, pointer, value }: ContractPart): readonly Relation[] {
  const list = Array.isArray(value.relations) ? value.relations : [];
  return list.flatMap((entry: unknown, index) => {
    const part = toPart(spec, joinPointer(pointer, 'relations', index), entry);
    return (part && toRelation(part)) ?? [];
  });
}

function toRelation(part: ContractPart): Relation | undefined {
  const { each } = part.value;
  const rule = toRule(part.value);
  if (rule === undefined) return undefined;
  return { ...clauseOf(part), ...(isPointer(each) && { each }), rule };
}

function toRule(value: ContractPart['value']): RelationRule | undefined {
  const ordered = pointerList(value.ordered);
  if (ordered !== undefined) return { kind: 'ordered', moments: ordered };
  const simultaneous = pointerList(value.simultaneous);
  if (simultaneous !== undefined) return { kind: 'simultaneous', moments: simultaneous };
  return value.elapsed === undefined ? toEquals(value) : toElapsed(value.elapsed);
}

/** `sum: […], equals: X` is short for `equals: [{ sum: […] }, X]`. */
function toEquals({ sum, equals }: ContractPart['value']): RelationRule | undefined {
  if (sum === undefined) {
    const operands = toOperands(equals);
    return operands && { kind: 'equals', operands };
  }
  const left = toOperand({ sum });
  const right = toOperand(equals);
  return left && right && { kind: 'equals', operands: [left, right] };
}

function toElapsed(value: unknown): RelationRule | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, is, unit } = value;
  if (!isPointer(from) || !isPointer(to) || !isPointer(is)) return undefined;
  return { kind: 'elapsed', from, to, is, unit: unit === 's' ? 's' : 'ms' };
}
