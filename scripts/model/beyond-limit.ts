import { grouped } from '../base/words.ts';

/** The message for outcomes beyond a limit. It omits their number, because that changes from run to run. */
export function moreThan(limit: number, what: string): string {
  return `${start}${limit} ${what}`;
}

const start = 'more than ';

/** Whether a message, or the part of one that a known deviation quotes, is about outcomes beyond a limit. */
export function isBeyondLimit(message: string): boolean {
  return message.startsWith(start);
}

/** The place of differences beyond a limit. No path in a body and no header name looks like this. */
export function andMore(number: number): string {
  return `and ${grouped(number)} more`;
}

/** The number of places that this text counts. */
export function placesIn(where = ''): number {
  const [, number] = more.exec(where) ?? [];
  return number === undefined ? 1 : Number(number.replaceAll(',', ''));
}

/** Whether a place is one that `andMore` returned. */
export function isMorePlace(where = ''): boolean {
  return more.test(where);
}

const more = /^and ([\d,]+) more$/;

type ByRegion = Readonly<Record<string, string>>;

/** The text for each region, or `various` if they differ. */
export function commonText(all: readonly ByRegion[]): ByRegion {
  const regions = new Set(all.flatMap(Object.keys));
  const pairs = [...regions].map((region) => {
    const [first = '', ...others] = new Set(all.map((texts) => texts[region] ?? ''));
    return [region, others.length === 0 ? first : 'various'] as const;
  });
  return Object.fromEntries(pairs);
}
