import { grouped } from '../base/words.ts';

/** The message of the outcome for those beyond a limit: without their number, because that changes from run to run. */
export function moreThan(limit: number, what: string): string {
  return `${start}${limit} ${what}`;
}

const start = 'more than ';

/** Whether a message is about outcomes beyond a limit, or a known deviation's part of a message speaks of them. */
export function speaksOfMore(message: string): boolean {
  return message.startsWith(start);
}

/** The place of the difference for those beyond a limit. No path in a body and no name of a header looks like this. */
export function andMore(number: number): string {
  return `and ${grouped(number)} more`;
}

/** How many places this stands for. */
export function placesIn(where = ''): number {
  const [, number] = more.exec(where) ?? [];
  return number === undefined ? 1 : Number(number.replaceAll(',', ''));
}

/** Whether the place is that of differences beyond a limit. */
export function isMore(where = ''): boolean {
  return more.test(where);
}

const more = /^and ([\d,]+) more$/;

type Answers = Readonly<Record<string, string>>;

/** What all of these say of each region; `various` if they do not say the same. */
export function inCommon(all: readonly Answers[]): Answers {
  const regions = new Set(all.flatMap(Object.keys));
  const pairs = [...regions].map((region) => {
    const [first = '', ...others] = new Set(all.map((answers) => answers[region] ?? ''));
    return [region, others.length === 0 ? first : 'various'] as const;
  });
  return Object.fromEntries(pairs);
}
