import { groupBy } from '../../group-by.ts';
import { type ResultVerdict, type RunResult, verdicts } from '../../model/run-result.ts';
import type { Event } from '../terminal/briefly.ts';
import { eventsAndCasesOf } from '../terminal/events.ts';
import { type Sign, signs } from '../terminal/signs.ts';
import { listOf } from '../words.ts';
import { cut, first } from './cut.ts';
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

/** What happened to cases that is no failure, by the verdict. */
export type RestView = {
  readonly id: string;
  readonly heading: string;
  readonly sign: Sign;
  readonly count: number;
  readonly items: readonly Item[];
  readonly more: number;
};

/** In words, where the verdict alone doesn't say it. */
const headings: Readonly<Partial<Record<ResultVerdict, string>>> = {
  inconclusive: 'Not judged',
  unreachable: 'Unreachable',
  flaky: 'Failed, then passed when repeated',
  drift: 'Drift: clauses that are only observed or inferred do not hold',
  skipped: 'Not sent',
};

const most = 200;

/** A part for each verdict that needs one, but for failures: they are told in full. */
export function toRest(result: RunResult, tagger: Tagger): RestView[] {
  return verdicts
    .filter((verdict) => verdict !== 'failed' && verdict !== 'passed')
    .map((verdict) => toPart(verdict, eventsAndCasesOf(result, verdict), tagger))
    .filter(({ count }) => count > 0);
}

function toPart(verdict: ResultVerdict, events: readonly Event[], tagger: Tagger): RestView {
  const groups = groupBy(events, ({ message, more }) => JSON.stringify([message, more]));
  const { items, more } = first(groups, most);
  return {
    id: verdict,
    heading: headings[verdict] ?? verdict,
    sign: signs[verdict],
    count: groups.length,
    items: items.map((group, index) => toItem(group, `${verdict}-${index + 1}`, tagger.tag(verdict, group))),
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
