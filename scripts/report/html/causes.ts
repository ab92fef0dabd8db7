import { regionCaseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import { listOf } from '../../base/words.ts';
import type { Exchange } from '../../model/exchange.ts';
import { checks } from '../../model/outcome.ts';
import type { Finding, RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { type Cause, elsewhere, regionsOf, toCauses } from '../causes.ts';
import { unaccepted } from '../known.ts';
import { cut, first } from '../page/cut.ts';
import { wrapCurl } from '../terminal/curl.ts';
import { leadsTo } from './body.ts';
import { type ExchangeView, toExchangeView } from './exchange.ts';
import { toOffence } from './offending-part.ts';
import { markDifferences, type Piece } from './pieces.ts';
import type { Tagger, Tags } from './tags.ts';

/** A broken clause as the page shows it. */
export type CauseView = {
  readonly id: string;
  readonly number: number;
  readonly tags: Tags;
  /** Whether the baseline has it. */
  readonly mark: string;
  readonly operation: string;
  readonly regions: string;
  readonly sentence: string;
  readonly message: string;
  /** Where in the answer. */
  readonly place: string;
  readonly expected: readonly Piece[];
  readonly actual: readonly Piece[];
  readonly spec: string;
  readonly cases: string;
  readonly also: string;
  readonly curl: string;
  /** One for each region, as far as there is room. */
  readonly exchanges: readonly ExchangeView[];
};

/** Causes that are shown, and exchanges: a report must open, and be small enough to send. */
const most = { causes: 200, exchanges: 60 };

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(checks));

type ByCase = ReadonlyMap<string | undefined, readonly Exchange[]>;

/** The broken clauses, and how many more there are. */
export function toCauseViews(
  { findings, exchanges }: RunResult,
  { tag }: Tagger,
): { readonly items: readonly CauseView[]; readonly more: number } {
  const shown = first(
    toCauses(unaccepted(findings).filter(({ severity }) => severity === 'failed')),
    most.causes,
  );
  const byCase = new Map(groupBy(exchanges, regionCaseKey).map((own) => [own.map(regionCaseKey)[0], own]));
  let left = most.exchanges;
  const items = shown.items.map((cause, index) => {
    const own = exchangesOf(cause, byCase).slice(0, left);
    left -= own.length;
    return toView(cause, index + 1, tag('failed', [...cause.same, ...cause.also.flat()]), own);
  });
  return { items, more: shown.more };
}

function exchangesOf({ same }: Cause, byCase: ByCase): ExchangeView[] {
  return groupBy(same, ({ region }) => region).flatMap(([finding]) => {
    const exchange = finding && judgedOf(byCase.get(regionCaseKey(finding)) ?? [], finding);
    return finding === undefined || exchange === undefined ? [] : [toExchangeView(exchange, finding)];
  });
}

/** Of the pages that a case walked through the last that has the place; else the last body that was kept; else the last. */
function judgedOf(own: readonly Exchange[], finding: Finding): Exchange | undefined {
  const kept = own.filter(({ response }) => response?.body !== undefined);
  const having = (pointer: string): Exchange | undefined =>
    kept.findLast(({ response }) => response?.body !== undefined && leadsTo(response.body, pointer));
  const places = kept.length > 1 ? toOffence(finding).body : [];
  return places.map(having).find((one) => one !== undefined) ?? kept.at(-1) ?? own.at(-1);
}

/** Characters of what a finding says. */
const longest = 2000;

function toView(cause: Cause, number: number, tags: Tags, exchanges: readonly ExchangeView[]): CauseView {
  const { first: finding, same, also } = cause;
  const { operationId, check, message, expected = '', actual = '' } = finding;
  const [wanted = [], got = []] = sidesOf(cut(expected, longest), cut(actual, longest));
  return {
    id: `cause-${number}`,
    number,
    tags,
    mark: markOf([...same, ...also.flat()]),
    operation: operationId,
    regions: listOf(regionsOf(same)),
    sentence: sentences.get(check) ?? check,
    ...toWords(message, `: expected ${expected}`),
    expected: wanted,
    actual: got,
    spec: finding.specLocation ?? finding.pointer ?? '',
    cases: [...new Set(same.map((one) => one.case))].join(', '),
    also: elsewhere(cause).join('; '),
    curl: cut(wrapCurl(finding.curl, 90).join('\n'), longest),
    exchanges,
  };
}

/** A message that names a place and repeats what is expected is but a place. */
function toWords(message: string, expectation: string): Pick<CauseView, 'message' | 'place'> {
  const isPlace = message.includes(expectation);
  const text = cut(isPlace ? message.replace(expectation, '') : message, longest);
  return isPlace ? { message: '', place: text } : { message: text, place: '' };
}

/** Where nothing is the same, a mark would say nothing. */
function sidesOf(expected: string, actual: string): Piece[][] {
  const sides = markDifferences([expected, actual]);
  const isPart = sides.flat().some(({ marked }) => !marked);
  return isPart ? sides : [expected, actual].map((text) => (text === '' ? [] : [{ text, marked: false }]));
}
