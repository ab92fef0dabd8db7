import type { Outcome } from '../model/outcome.ts';
import { show } from './clause-result.ts';
import { firstDifference } from './difference.ts';
import { type CheckedExchange, withWhole } from './exchange.ts';
import { record } from './history.ts';
import { at } from './value-at.ts';

/** The same request gets the same response. Nobody promises that, so a difference can only be drift. */
export function checkRepeat(exchange: CheckedExchange): Outcome[] {
  const { operationId, history, value, toOutcome, remember, repeated, table, sent } = exchange;
  const key = `${operationId} ${sent.url}`;
  const clause = { pointer: table.pointer, provenance: 'inferred' } as const;
  if (remember) {
    if (repeated) record(history.bodies, key, value);
    return [];
  }
  const before = history.bodies[key];
  if (before === undefined) return [];
  // A recheck sends both requests again.
  record(history.bodies, key, undefined);
  const place = firstDifference(before, value);
  if (place === undefined) return [toOutcome('repeat', clause, 'held')];
  const message = `${place === '' ? 'the response' : place} was different just before`;
  const mismatch = { message, expected: show(at(before, place)), actual: show(at(value, place)) };
  return [toOutcome('repeat', clause, withWhole(exchange, mismatch))];
}
