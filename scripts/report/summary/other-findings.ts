import type { RootContent } from 'mdast';
import { groupBy } from '../../base/group-by.ts';
import { count, listOf } from '../../base/words.ts';
import type { RunResult } from '../../model/run-result.ts';
import { fixedEvents } from '../baseline-marks.ts';
import { regionsOf } from '../causes.ts';
import { driftHeading } from '../drift-heading.ts';
import { knownEvents, notToldEvents, staleEvents } from '../known.ts';
import { code, folded, heading, list, paragraph, text } from '../markdown.ts';
import type { Event } from '../terminal/briefly.ts';
import { casesOf, eventsAndCasesOf, eventsOf } from '../terminal/events.ts';

const shown = 20;

/** What is no failure, folded and short. */
export function rest(result: RunResult): RootContent[] {
  const parts: readonly (readonly [string, readonly Event[]])[] = [
    [driftHeading, eventsOf(result, 'drift')],
    ['Known deviations', knownEvents(result)],
    ['Known deviations that this run does not tell of', notToldEvents(result)],
    ['Not judged', eventsAndCasesOf(result, 'inconclusive')],
    ['Unreachable', eventsAndCasesOf(result, 'unreachable')],
    ['Failed, then passed when repeated', casesOf(result, 'flaky')],
    ['Not sent', casesOf(result, 'skipped')],
    ['Fixed since the baseline', fixedEvents(result)],
  ];
  return [...stale(result), ...parts.flatMap(([title, events]) => part(title, events))];
}

/** These fail, so they are not folded. */
function stale(result: RunResult): RootContent[] {
  const events = staleEvents(result);
  if (events.length === 0) return [];
  const items = events.map((event) => [
    code(event.message),
    text(` in ${event.region}: `),
    code(`${event.operationId} (${event.case})`),
  ]);
  return [heading(3, text('Known deviations to be changed')), list(items.slice(0, shown)), ...cutOff(events)];
}

function cutOff({ length }: readonly Event[]): RootContent[] {
  return length > shown ? [paragraph(text(`And ${count(length - shown, 'more')}, in result.json.`))] : [];
}

function part(title: string, events: readonly Event[]): RootContent[] {
  if (events.length === 0) return [];
  const groups = groupBy(events, ({ message, more }) => JSON.stringify([message, more]));
  const items = groups.slice(0, shown).map((group) => {
    const regions = listOf(regionsOf(group));
    const operations = [...new Set(group.map(({ operationId }) => operationId))].join(', ');
    const { message = '', more } = group[0] ?? {};
    const known = more === undefined ? [] : [text('; '), code(more)];
    return [code(message), text(` in ${regions}: `), code(operations), ...known];
  });
  const more = groups.length - shown;
  const last = more > 0 ? [[text(`and ${count(more, 'more')}, in result.json`)]] : [];
  return folded(`${title} (${groups.length})`, [list([...items, ...last])]);
}
