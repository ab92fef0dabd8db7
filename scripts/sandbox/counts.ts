import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, unlessEmpty } from './clause-result.ts';
import type { Exchange } from './exchange.ts';
import { isToldMissing } from './missing.ts';
import { against } from './recheck.ts';
import { at } from './value-at.ts';

/** A filter on a body that counts by value: what it asks for is counted as before, and nothing else is. */
export function checkCounts({
  operationId,
  table,
  sent,
  value,
  memory,
  hold,
  remember,
}: Exchange): Outcome[] {
  const { filters } = table.contract;
  const key = `${operationId} counts`;
  const isCounted = Object.keys(filters).some((name) => filters[name]?.keep === 'counts');
  if (remember && isCounted) memory.answers[key] = value;
  return Object.keys(filters).flatMap((name) => {
    const filter = filters[name];
    const asked = sent.query[name];
    if (filter === undefined || filter.keep !== 'counts' || asked === undefined) return [];
    const own = filter.counts[asked];
    const before = memory.answers[key];
    if (own === undefined || before === undefined) return [];
    const all = Object.keys(filter.counts).map((word) => filter.counts[word] || '');
    // The schema check has told what is missing.
    const pointers = all.filter((pointer) =>
      [before, value].every((body) => !isToldMissing(memory, operationId, body, pointer)),
    );
    const held = compareCounts(`${name}=${asked}`, own, pointers, before, value);
    // Where nothing else was counted before, nothing shows that it is left out.
    const isTelling = pointers.some((pointer) => pointer !== own && at(before, pointer) !== 0);
    return unlessEmpty(against([memory.items[operationId]], held), isTelling).map((one) =>
      hold('filter', filter, one),
    );
  });
}

function compareCounts(
  query: string,
  own: string,
  pointers: readonly string[],
  before: unknown,
  value: unknown,
): ClauseResult {
  const wantedAt = (pointer: string): unknown => (pointer === own ? at(before, pointer) : 0);
  const wrong = pointers.filter((pointer) => at(value, pointer) !== wantedAt(pointer))[0];
  if (wrong === undefined) return 'held';
  return {
    message: `${query} counts something else`,
    expected: `${wrong} ${JSON.stringify(wantedAt(wrong))}`,
    actual: `${wrong} ${JSON.stringify(at(value, wrong))}`,
  };
}
