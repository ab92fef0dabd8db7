import { count, listOf, wholeSeconds } from '../base/words.ts';
import { createPage, entry, plainText } from './terminal/page.ts';

/** What a region is about to get. `perMinute` is missing where nothing holds the requests back. */
export type Announced = {
  readonly name: string;
  readonly baseUrl: string;
  readonly requests: number;
  readonly skipped: number;
  readonly perMinute?: number;
  /** The variable of another region's token that is sent here, where one is. */
  readonly foreignToken?: string;
};

/**
 * For each region, said before the run: how many requests go where, and how long that takes; and what adds to it.
 * @param width of the terminal, in columns; no line is wider
 * @param isWithheld whether the tokens of other regions would be sent if that was allowed
 */
export function announce(regions: readonly Announced[], width: number, isWithheld: boolean): string[] {
  const page = createPage({ colour: false, width });
  const names = Math.max(0, ...regions.map(({ name }) => name.length));
  const lines = regions.flatMap((region) => {
    const { name, baseUrl, requests, skipped } = region;
    const left = skipped === 0 ? '' : `; ${skipped} not sent (see the end)`;
    const text = `${baseUrl}: ${count(requests, 'request')}${pace(region)}${left}`;
    return entry(page, { label: `${name.padEnd(names)}  `, text });
  });
  return [
    ...lines,
    ...plainText(
      page,
      'More are sent where a list has several pages, or responses disagree and are requested again.',
    ),
    ...foreignTokens(regions, isWithheld).flatMap((text) => plainText(page, text)),
  ];
}

function foreignTokens(regions: readonly Announced[], isWithheld: boolean): string[] {
  const sent = regions.flatMap(({ name, foreignToken }) =>
    foreignToken === undefined ? [] : [`${foreignToken} to ${name}`],
  );
  if (sent.length > 0)
    return [`The token of another region is sent, too, to see it refused: ${listOf(sent)}.`];
  return isWithheld
    ? ['No region is sent the token of another region. To see it refused, add --try-foreign-tokens.']
    : [];
}

function pace({ requests, perMinute }: Announced): string {
  if (perMinute === undefined || requests === 0) return '';
  return `, about ${wholeSeconds(Math.ceil((requests * 60) / perMinute))} at ${perMinute} a minute`;
}
