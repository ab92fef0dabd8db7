import { count, listOf, wholeSeconds } from '../base/words.ts';
import { createPage, entry, plainText } from './terminal/page.ts';

/** What will be sent to a region. `perMinute` is missing without a rate limit. */
export type Announced = {
  readonly name: string;
  readonly baseUrl: string;
  readonly requests: number;
  readonly skipped: number;
  readonly perMinute?: number;
  /** The environment variable of another region's token, if that token is sent here. */
  readonly foreignToken?: string;
};

/**
 * The announcement before a run: for each region the number of requests, the base URL and the expected duration.
 * @param width of the terminal, in columns; no line is wider
 * @param isWithheld whether tokens of other regions are not sent, only because `--try-foreign-tokens` is missing
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
      'More are sent if a list has several pages, or if responses disagree and are requested again.',
    ),
    ...foreignTokens(regions, isWithheld).flatMap((text) => plainText(page, text)),
  ];
}

function foreignTokens(regions: readonly Announced[], isWithheld: boolean): string[] {
  const sent = regions.flatMap(({ name, foreignToken }) =>
    foreignToken === undefined ? [] : [`${foreignToken} to ${name}`],
  );
  if (sent.length > 0)
    return [`The token of another region is also sent, to check that it is refused: ${listOf(sent)}.`];
  return isWithheld
    ? [
        'No region is sent the token of another region. To check that it is refused, add --try-foreign-tokens.',
      ]
    : [];
}

function pace({ requests, perMinute }: Announced): string {
  if (perMinute === undefined || requests === 0) return '';
  return `, about ${wholeSeconds(Math.ceil((requests * 60) / perMinute))} at ${perMinute} a minute`;
}
