import type { RootContent } from 'mdast';
import { groupBy } from '../../group-by.ts';
import type { RunResult } from '../../model/run-result.ts';
import { code, folded, list, text } from '../markdown.ts';
import { fixedEvents } from '../since.ts';
import type { Event } from '../terminal/briefly.ts';
import { casesOf, eventsAndCasesOf, eventsOf } from '../terminal/events.ts';
import { count, listOf } from '../words.ts';

const shown = 20;

/** What is no failure, folded and short. */
export function rest(result: RunResult): RootContent[] {
  const parts: readonly (readonly [string, readonly Event[]])[] = [
    ['Drift: clauses that are only observed or inferred do not hold', eventsOf(result, 'drift')],
    ['Not judged', eventsAndCasesOf(result, 'inconclusive')],
    ['Unreachable', eventsAndCasesOf(result, 'unreachable')],
    ['Failed, then passed when repeated', casesOf(result, 'flaky')],
    ['Not sent', casesOf(result, 'skipped')],
    ['Fixed since the baseline', fixedEvents(result)],
  ];
  return parts.flatMap(([heading, events]) => part(heading, events));
}

function part(heading: string, events: readonly Event[]): RootContent[] {
  if (events.length === 0) return [];
  const groups = groupBy(events, ({ message, more }) => JSON.stringify([message, more]));
  const items = groups.slice(0, shown).map((group) => {
    const regions = listOf([...new Set(group.map(({ region }) => region))]);
    const operations = [...new Set(group.map(({ operationId }) => operationId))].join(', ');
    return [code(group[0]?.message ?? ''), text(` in ${regions}: `), code(operations)];
  });
  const more = groups.length - shown;
  const last = more > 0 ? [[text(`and ${count(more, 'more')}, in result.json`)]] : [];
  return folded(`${heading} (${groups.length})`, [list([...items, ...last])]);
}
