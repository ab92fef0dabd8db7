import { caseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import { count, listOf } from '../../base/words.ts';
import { regionsOf } from '../causes.ts';
import { entry, type Page } from './page.ts';
import type { Sign } from './signs.ts';

/** Something that happened to a case, in a sentence. */
export type Event = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  readonly message: string;
  /** What is known besides. */
  readonly more?: string;
};

/** A heading and one item for each message, with where it happened; nothing without events. */
export function briefly(
  page: Page,
  heading: string,
  { symbol, style }: Sign,
  events: readonly Event[],
): string[] {
  if (events.length === 0) return [];
  const items = groupBy(events, ({ message, more }) => JSON.stringify([message, more])).flatMap((group) => [
    ...entry(page, { label: `  ${symbol} `, labelStyle: style, text: group[0]?.message ?? '' }),
    ...entry(page, { label: '    ', text: placesOf(group), style: 'dim' }),
    ...(group[0]?.more === undefined
      ? []
      : entry(page, { label: '    ', text: group[0].more, style: 'dim' })),
  ]);
  return [...entry(page, { label: '', text: heading, style: 'strong' }), ...items];
}

/** `us and eu: listPets (success)`, or how many where there are more operations than people read. */
function placesOf(events: readonly Event[]): string {
  const regions = regionsOf(events);
  const operations = [...new Set(events.map(({ operationId }) => operationId))];
  const cases = new Set(events.map((event) => caseKey(event.operationId, event.case)));
  const all = `${count(cases.size, 'case')} of ${count(operations.length, 'operation')}`;
  const named = operations.length > 3 ? all : `${listOf(operations)} (${caseNames(events)})`;
  return `${listOf(regions)}: ${named}`;
}

function caseNames(events: readonly Event[]): string {
  return [...new Set(events.map((event) => event.case))].join(', ');
}
