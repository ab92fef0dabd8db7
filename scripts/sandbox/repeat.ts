import type { Outcome } from '../model/outcome.ts';
import { show } from './clause-result.ts';
import { firstDifference } from './difference.ts';
import type { Exchange } from './exchange.ts';
import { at } from './value-at.ts';

/** The same request gets the same answer. Nobody promises that, so it can only be drift. */
export function checkRepeat({
  operationId,
  memory,
  value,
  hold,
  remember,
  repeated,
  table,
  sent,
}: Exchange): Outcome[] {
  const key = `${operationId} ${sent.url}`;
  const clause = { pointer: table.pointer, provenance: 'inferred' } as const;
  if (remember) {
    if (repeated) memory.answers[key] = value;
    return [];
  }
  if (!(key in memory.answers)) return [];
  const before = memory.answers[key];
  // Where it is looked at again, both are asked for again.
  delete memory.answers[key];
  const place = firstDifference(before, value);
  if (place === undefined) return [hold('repeat', clause, 'held')];
  const message = `${place === '' ? 'the answer' : place} was another one just before`;
  return [
    hold('repeat', clause, {
      message,
      expected: show(at(before, place)),
      actual: show(at(value, place)),
      against: [memory.items[operationId] || ''],
    }),
  ];
}
