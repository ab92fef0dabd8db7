import { regionCaseKey } from '../base/case-key.ts';
import { groupBy } from '../base/group-by.ts';
import type { Deviation, Difference, ResultVerdict, RunResult } from '../model/run-result.ts';
import { markOf, subjectOf } from './baseline-marks.ts';
import { type Cause, joinDifferences, toCauses } from './causes.ts';
import { type DescribedFinding, toSentence } from './headline.ts';
import { adviceOn, termOf, unaccepted } from './known.ts';
import { type Sign, signs } from './signs.ts';

/** One kind of event that is neither a broken clause nor a difference between regions. */
export type Section = {
  readonly id: string;
  readonly heading: string;
  readonly sign: Sign;
  /** Whether it fails the run. */
  readonly isFailing: boolean;
  readonly items: readonly Item[];
};

/** An event, and all places where it happened. */
export type Item = {
  readonly message: string;
  /** Details. */
  readonly more?: string;
  readonly places: readonly Place[];
};

type Place = { readonly region: string; readonly operationId: string; readonly case: string };
type Event = Place & Omit<Item, 'places'>;
type Described = Omit<RunResult, 'findings'> & { readonly findings: readonly DescribedFinding[] };

type Kind = Omit<Section, 'items' | 'isFailing'> & {
  readonly events: (result: Described) => readonly Event[];
  readonly isFailing?: (result: Described) => boolean;
};

/** The sections of every report, the most important first. */
const kinds: readonly Kind[] = [
  {
    id: 'stale',
    heading: 'Known deviations to change',
    sign: signs.failed,
    events: ({ stale = [] }) => stale.map((entry) => ofEntry(entry, adviceOn(entry))),
    isFailing: () => true,
  },
  ofVerdict('unreachable', 'Unreachable'),
  ofVerdict('inconclusive', 'Not judged'),
  { ...ofVerdict('flaky', 'Flaky: failed, then passed when repeated'), isFailing: isStrict },
  { ...ofVerdict('drift', 'Drift: undocumented behaviour changed'), isFailing: isStrict },
  { id: 'known', heading: 'Known deviations', sign: signs.known, events: known },
  {
    id: 'not-told',
    heading: 'Known deviations not verified in this run',
    sign: signs.inconclusive,
    events: ({ notTold = [] }) => notTold.map((entry) => ofEntry(entry, entry.why)),
  },
  ofVerdict('skipped', 'Not sent'),
  { id: 'fixed', heading: 'Fixed since the baseline', sign: signs.passed, events: fixed },
];

/** The sections that have items. */
export function toSections(result: Described): Section[] {
  return kinds.flatMap(({ id, heading, sign, events, isFailing }) => {
    const groups = groupBy(events(result), ({ message, more }) => JSON.stringify([message, more]));
    const items = groups.flatMap((places) => {
      const [first] = places;
      if (first === undefined) return [];
      return [{ message: first.message, ...(first.more !== undefined && { more: first.more }), places }];
    });
    return items.length === 0 ? [] : [{ id, heading, sign, isFailing: isFailing?.(result) ?? false, items }];
  });
}

function isStrict({ strict }: Described): boolean {
  return strict === true;
}

/** The findings with this severity, and the test cases with this verdict that have no such finding. */
function ofVerdict(id: ResultVerdict, heading: string): Kind {
  const events = ({ findings, cases }: Described): Event[] => {
    const own = unaccepted(findings).filter(({ severity }) => severity === id);
    const found = new Set(own.map(regionCaseKey));
    const others = cases.filter((one) => one.verdict === id && !found.has(regionCaseKey(one)));
    return [
      ...toCauses(own).flatMap(ofCause),
      ...others.map((one) => toEvent(one, one.reason ?? 'no reason is known')),
    ];
  };
  return { id, heading, sign: signs[id], events };
}

/** The findings of a cause, with the sentence of the first one. */
function ofCause({ first, same, also }: Cause<DescribedFinding>): Event[] {
  const all = [...same, ...also.flat()];
  return all.map((one) => toEvent(one, `${markOf(all)}${first.sentence}`, moreOf(first)));
}

function moreOf({ sentence, expected, actual, specLocation }: DescribedFinding): string | undefined {
  const isNew = (text: string | undefined): text is string => text !== undefined && !sentence.includes(text);
  const known = [
    specLocation ?? '',
    isNew(expected) ? `expected ${expected}` : '',
    isNew(actual) ? `actual ${actual}` : '',
  ].filter((text) => text !== '');
  return known.length === 0 ? undefined : known.join('\n');
}

/** The accepted findings, with the sentence of the first one of each cause, and the accepted differences. */
function known({ findings, parity }: Described): Event[] {
  const accepted = toCauses(findings.filter((one) => one.accepted !== undefined));
  const differences = joinDifferences(parity).filter((one) => one.accepted !== undefined);
  return [
    ...accepted.flatMap(({ first, same, also }) =>
      [...same, ...also.flat()].map((one) =>
        toEvent(one, first.sentence, one.accepted && termOf(one.accepted)),
      ),
    ),
    ...differences.map((one) => ofDifference(one, one.accepted && termOf(one.accepted))),
  ];
}

/** The findings and differences of the baseline that this run no longer has. */
function fixed({ fixed: gone = [], fixedParity = [] }: Described): Event[] {
  return [
    ...gone.map((finding) => toEvent(finding, toSentence(finding, undefined))),
    ...joinDifferences(fixedParity).map((one) => ofDifference(one, undefined)),
  ];
}

function ofDifference(difference: Difference, more: string | undefined): Event {
  const region = Object.keys(difference.regions).join(' against ');
  return toEvent({ ...difference, region }, `${subjectOf(difference)} differs`, more);
}

function ofEntry(
  { location, region, operation, check, case: name, pointer, message, reason }: Deviation,
  words: string,
): Event {
  const where = [check, name, pointer, message].filter((part) => part !== undefined).join(', ');
  return toEvent({ region, operationId: operation, case: where }, `${location}: ${words}`, reason);
}

function toEvent({ region, operationId, case: name }: Place, message: string, more?: string): Event {
  return { region, operationId, case: name, message, ...(more !== undefined && { more }) };
}
