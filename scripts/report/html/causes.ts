import { regionCaseKey } from '../../base/case-key.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/run-result.ts';
import type { Cause } from '../causes.ts';
import { cut, first } from '../page/render.ts';
import { wrapCurl } from '../terminal/curl.ts';
import type { CauseView, ReportView } from '../view.ts';
import { leadsTo } from './body.ts';
import { type ExchangeView, toExchangeView } from './exchange.ts';
import { toOffence } from './offending-part.ts';
import { markDifferences, type Piece } from './pieces.ts';
import type { Tagger, Tags } from './tags.ts';

/** Causes that are shown, and exchanges: a report must open, and be small enough to send. */
const most = { causes: 200, exchanges: 60 };

type ByCase = ReadonlyMap<string | undefined, readonly Exchange[]>;

/** The broken clauses, and how many more there are. */
export function toCauseViews({ failures, exchanges }: ReportView, { tag }: Tagger) {
  const shown = first(failures, most.causes);
  const byCase = new Map(groupBy(exchanges, regionCaseKey).map((own) => [own.map(regionCaseKey)[0], own]));
  let left = most.exchanges;
  const items = shown.items.map((view, index) => {
    const { same, also } = view.cause;
    const own = exchangesOf(view.cause, byCase).slice(0, left);
    left -= own.length;
    return toCard(view, index + 1, tag('failed', [...same, ...also.flat()]), own);
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

/** A broken clause as the page shows it, with an exchange for each region as far as there is room. */
function toCard(view: CauseView, number: number, tags: Tags, exchanges: readonly ExchangeView[]) {
  const { cause, expected = '', actual = '', spec = '', also, curl, ...words } = view;
  const [wanted = [], got = []] = sidesOf(cut(expected, longest), cut(actual, longest));
  return {
    ...words,
    id: `cause-${number}`,
    number,
    tags,
    sentence: cut(words.sentence, longest),
    expected: wanted,
    actual: got,
    spec,
    also: also.join('; '),
    curl: cut(wrapCurl(curl, 90).join('\n'), longest),
    exchanges,
  };
}

/** Where nothing is the same, a mark would say nothing. */
function sidesOf(expected: string, actual: string): Piece[][] {
  const sides = markDifferences([expected, actual]);
  const isPart = sides.flat().some(({ marked }) => !marked);
  return isPart ? sides : [expected, actual].map((text) => (text === '' ? [] : [{ text, marked: false }]));
}
