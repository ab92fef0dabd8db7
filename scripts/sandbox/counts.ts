import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, unlessTrivial } from './clause-result.ts';
import { type CheckedExchange, withWhole } from './exchange.ts';
import { record } from './history.ts';
import { isReportedMissing } from './missing.ts';
import { at } from './value-at.ts';

/** A filter on a body that counts by value: the value in the request is counted as before, and no other one is. */
export function checkCounts(exchange: CheckedExchange): Outcome[] {
  const { operationId, table, sent, value, history, toOutcome, remember } = exchange;
  const { filters } = table.contract;
  const key = `${operationId} counts`;
  const isCounted = Object.keys(filters).some((name) => filters[name]?.keep === 'counts');
  if (remember && isCounted) record(history.bodies, key, value);
  return Object.keys(filters).flatMap((name) => {
    const filter = filters[name];
    const requested = sent.query[name];
    if (filter === undefined || filter.keep !== 'counts' || requested === undefined) return [];
    const own = filter.counts[requested];
    const before = history.bodies[key];
    if (own === undefined || before === undefined) return [];
    const all = Object.keys(filter.counts).map((word) => filter.counts[word] || '');
    // The schema check reports what is missing.
    const missing = history.missing[operationId];
    const pointers = all.filter((pointer) =>
      [before, value].every((body) => !isReportedMissing(missing, body, pointer)),
    );
    const wantedAt = (pointer: string): unknown => (pointer === own ? at(before, pointer) : 0);
    const wrong = pointers.find((pointer) => at(value, pointer) !== wantedAt(pointer));
    const result: ClauseResult =
      wrong === undefined
        ? 'held'
        : {
            message: `${name}=${requested} counts something else`,
            expected: `${wrong} ${JSON.stringify(wantedAt(wrong))}`,
            actual: `${wrong} ${JSON.stringify(at(value, wrong))}`,
          };
    // If nothing else was counted before, nothing shows that it is left out.
    const isConclusive = pointers.some((pointer) => pointer !== own && at(before, pointer) !== 0);
    return unlessTrivial(withWhole(exchange, result), isConclusive).map((one) =>
      toOutcome('filter', filter, one),
    );
  });
}
