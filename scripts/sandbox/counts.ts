import type { Outcome } from '../model/outcome.ts';
import { at } from './at.ts';
import type { Exchange } from './exchange.ts';

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
  if (remember) memory.answers[key] = value;
  return Object.keys(filters).flatMap((name) => {
    const filter = filters[name];
    const asked = sent.query[name];
    if (filter === undefined || filter.keep !== 'counts' || asked === undefined) return [];
    const own = filter.counts[asked];
    const before = memory.answers[key];
    if (own === undefined || before === undefined) return [];
    const pointers = Object.keys(filter.counts).map((word) => filter.counts[word] || '');
    const wrong = pointers.filter(
      (pointer) => at(value, pointer) !== (pointer === own ? at(before, pointer) : 0),
    );
    const [first] = wrong;
    if (first === undefined) return [hold('filter', filter, 'held')];
    const expected = `${first} ${first === own ? JSON.stringify(at(before, first)) : 0}`;
    return [
      hold('filter', filter, {
        message: `${name}=${asked} counts something else`,
        expected,
        actual: `${first} ${JSON.stringify(at(value, first))}`,
        against: [operationId],
      }),
    ];
  });
}
