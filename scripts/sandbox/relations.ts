import type { Operand, Relation, RelationRule } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, show, withSources } from './clause-result.ts';
import { firstDifference } from './difference.ts';
import type { CheckedExchange } from './exchange.ts';
import { momentOf } from './moment.ts';
import { operandText } from './operand-text.ts';
import { evaluate, sourcesOf } from './operands.ts';
import { at, itemsAt } from './value-at.ts';

/** Every relation holds for the body or for each of its items. A missing value can't be compared. */
export function checkRelations(exchange: CheckedExchange): Outcome[] {
  return exchange.table.contract.relations.flatMap((relation) => {
    const result = checkRelation(exchange, relation);
    return result === undefined ? [] : [exchange.toOutcome('relation', relation, result)];
  });
}

function checkRelation(exchange: CheckedExchange, { each, rule }: Relation): ClauseResult | undefined {
  const items = each === undefined ? [exchange.value] : itemsAt(exchange.value, each) || [];
  const all = items.map((item) => checkRule(rule, item, exchange)).filter((held) => held !== undefined);
  const broken = all.filter((held) => held !== 'held');
  const [first] = broken;
  if (first === undefined) return all[0];
  if ('inconclusive' in first || broken.length === 1) return first;
  return { ...first, message: `${first.message} (and in ${broken.length - 1} more items)` };
}

function checkRule(rule: RelationRule, item: unknown, exchange: CheckedExchange): ClauseResult | undefined {
  if (rule.kind === 'equals')
    return checkEquals(
      rule.operands.map((operand) => evaluate(operand, item, exchange)),
      rule,
      exchange,
    );
  if (rule.kind === 'elapsed') return checkElapsed(rule, item);
  const values = rule.moments.map((pointer) => at(item, pointer));
  const known = rule.moments.filter((_, index) => values[index] !== null && values[index] !== undefined);
  if (known.length < 2) return undefined;
  const moments = known.map((pointer) => momentOf(at(item, pointer)));
  const right = moments.every(
    (moment, index) => index === 0 || follows(rule.kind, moments[index - 1], moment),
  );
  if (right) return 'held';
  const actual = known.map((pointer) => `${pointer} ${show(at(item, pointer))}`).join(', ');
  const ordered = rule.kind === 'ordered';
  const message = ordered ? 'they are not in chronological order' : 'they are not the same moment';
  return { message, expected: known.join(ordered ? ' <= ' : ' = '), actual };
}

/** A fraction of a second may be left out of one of them. */
function follows(kind: 'ordered' | 'simultaneous', before: number | undefined, moment: number): boolean {
  if (before === undefined) return true;
  return kind === 'ordered' ? before <= moment : Math.abs(before - moment) < 1000;
}

function checkEquals(
  known: ReturnType<typeof evaluate>[],
  rule: Extract<RelationRule, { kind: 'equals' }>,
  exchange: CheckedExchange,
): ClauseResult | undefined {
  for (const one of known) if (one !== 'absent' && 'inconclusive' in one) return one;
  const values = known.flatMap((one) => (one !== 'absent' && 'value' in one ? [one.value] : []));
  if (values.length < 2 || values.length < known.length) return undefined;
  if (areEqual(rule.operands, values)) return 'held';
  const message = 'they are not equal';
  const expected = rule.operands.map(operandText).join(' = ');
  return withSources(sourcesOf(rule.operands, exchange), {
    message,
    expected,
    actual: values.map(show).join(' and '),
  });
}

function checkElapsed(
  { from, to, is, unit }: Extract<RelationRule, { kind: 'elapsed' }>,
  item: unknown,
): ClauseResult | undefined {
  const [start, end, stated] = [from, to, is].map((pointer) => at(item, pointer));
  if (
    start === null ||
    start === undefined ||
    end === null ||
    end === undefined ||
    typeof stated !== 'number'
  )
    return undefined;
  const took = momentOf(end) - momentOf(start);
  const scale = unit === 's' ? 1000 : 1;
  // Both may be rounded: the times to the second that they show, the number to its unit.
  const shown = [start, end].some((moment) => momentOf(moment) % 1000 === 0) ? 1000 : 1;
  const counted = Number.isInteger(stated) ? scale : 1;
  if (Math.abs(stated * scale - took) < shown + counted) return 'held';
  return {
    message: `${is} is not the time between ${from} and ${to}`,
    expected: `${took / scale} ${unit}`,
    actual: `${stated}`,
  };
}

/**
 * Whether all operands are equal JSON: type and content count. Values of a request or a header are text, so the others
 * are compared as text, too, except numbers.
 * @param values of the operands, in their order
 */
function areEqual(operands: readonly Operand[], values: readonly unknown[]): boolean {
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
