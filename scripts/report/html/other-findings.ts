import { groupBy } from '../../base/group-by.ts';
import { listOf } from '../../base/words.ts';
import type { ResultVerdict, RunResult } from '../../model/run-result.ts';
import { fixedEvents } from '../baseline-marks.ts';
import { driftHeading } from '../drift-heading.ts';
import { knownEvents, notToldEvents, staleEvents } from '../known.ts';
import { cut, first } from '../page/cut.ts';
import type { Event } from '../terminal/briefly.ts';
import { eventsAndCasesOf } from '../terminal/events.ts';
import { type Sign, signs } from '../terminal/signs.ts';
import type { Tagger, Tags } from './tags.ts';

type Item = {
  readonly id: string;
  readonly tags: Tags;
  readonly message: string;
  readonly more: string;
  readonly places: readonly {
    readonly operation: string;
    readonly cases: string;
    readonly regions: string;
  }[];
};

/** What is no broken clause, a part for each kind. */
export type RestView = {
  readonly id: string;
  readonly heading: string;
  readonly sign: Sign;
  readonly count: number;
  readonly items: readonly Item[];
  readonly more: number;
  /** Whether it fails the run. */
  readonly isFailing: boolean;
};

type Kind = {
  /** What the filter calls it. */
  readonly id: string;
  readonly heading: string;
  readonly sign: Sign;
  readonly events: (result: RunResult) => readonly Event[];
  readonly isFailing?: (result: RunResult) => boolean;
};

/** As in the terminal's report. */
const kinds: readonly Kind[] = [
  {
    id: 'stale',
    heading: 'Known deviations to be changed',
    sign: signs.failed,
    events: staleEvents,
    isFailing: () => true,
  },
  ofVerdict('unreachable', 'Unreachable'),
  ofVerdict('inconclusive', 'Not judged'),
  { ...ofVerdict('flaky', 'Failed, then passed when repeated'), isFailing: isStrict },
  { ...ofVerdict('drift', driftHeading), isFailing: isStrict },
  { id: 'known', heading: 'Known deviations', sign: signs.known, events: knownEvents },
  {
    id: 'not-told',
    heading: 'Known deviations that this run does not tell of',
    sign: signs.inconclusive,
    events: notToldEvents,
  },
  ofVerdict('skipped', 'Not sent'),
  { id: 'fixed', heading: 'Fixed since the baseline', sign: signs.passed, events: fixedEvents },
];

function ofVerdict(id: ResultVerdict, heading: string): Kind {
  return { id, heading, sign: signs[id], events: (result) => eventsAndCasesOf(result, id) };
}

function isStrict({ strict }: RunResult): boolean {
  return strict === true;
}

const most = 200;

/** A part for each kind of what there is. */
export function toRest(result: RunResult, tagger: Tagger): RestView[] {
  return kinds.map((kind) => toPart(kind, result, tagger)).filter(({ count }) => count > 0);
}

function toPart(
  { id, heading, sign, events, isFailing = () => false }: Kind,
  result: RunResult,
  tagger: Tagger,
): RestView {
  const groups = groupBy(events(result), ({ message, more }) => JSON.stringify([message, more]));
  const { items, more } = first(groups, most);
  return {
    id,
    heading,
    sign,
    isFailing: isFailing(result),
    count: groups.length,
    items: items.map((group, index) => toItem(group, `${id}-${index + 1}`, tagger.tag(id, group))),
    more,
  };
}

function toItem(group: readonly Event[], id: string, tags: Tags): Item {
  return {
    id,
    tags,
    message: cut(group[0]?.message ?? '', 2000),
    more: cut(group[0]?.more ?? '', 2000),
    places: groupBy(group, ({ operationId }) => operationId).map((own) => ({
      operation: own[0]?.operationId ?? '',
      cases: namesOf(own, (event) => event.case).join(', '),
      regions: listOf(namesOf(own, ({ region }) => region)),
    })),
  };
}

function namesOf(events: readonly Event[], nameOf: (event: Event) => string): string[] {
  return [...new Set(events.map(nameOf))];
}
