import { groupBy } from '../base/group-by.ts';
import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { count } from '../base/words.ts';
import { destinations } from './destinations.ts';
import type { Listed, Listing } from './listing.ts';
import {
  createPage,
  entry,
  joinSections,
  plainText,
  type TerminalOptions,
  type TerminalPage,
} from './terminal/page.ts';

/** The list for people: the requests by operation, what is left out and why, and how many there are. */
export function toListingText(listing: Listing, options: TerminalOptions): string {
  const page = createPage(options);
  const printable = mapStrings(listing, visible);
  const { spec, tier, hosts, requests } = printable;
  const title = `${spec.title} ${spec.version}: what each region is sent in the tier ${tier}`;
  return joinSections([
    plainText(page, title, 'strong'),
    destinations(page, hosts),
    conditions(page, requests),
    ...groupBy(requests, ({ operationId }) => operationId).flatMap((own) => operation(page, own)),
    spared(page, printable),
    unprovoked(page, printable),
    totals(page, printable),
  ]);
}

/** What a question mark after a check means. */
function conditions(page: TerminalPage, requests: readonly Listed[]): string[] {
  const checks = requests.flatMap((request) => request.checks);
  const texts = new Map(checks.flatMap(({ check, if: text }) => (text === undefined ? [] : [[check, text]])));
  if (texts.size === 0) return [];
  return [
    ...plainText(page, 'A check with a question mark is made only if'),
    ...[...texts].flatMap(([check, text]) => entry(page, { label: `  ${`${check}?`.padEnd(11)}  `, text })),
  ];
}

/** An operation and its requests, a block each. */
function operation(page: TerminalPage, own: readonly Listed[]): string[][] {
  const [first] = own;
  if (first === undefined) return [];
  const sent = own.filter(({ skipped }) => skipped === undefined).length;
  const requests = `${sent === own.length ? '' : `${sent} of `}${count(own.length, 'request')}`;
  const head = [
    ...plainText(page, `${first.operationId}: ${requests}`, 'strong'),
    ...plainText(page, `${first.method} ${first.path}`),
  ];
  return [head, ...own.map((one) => block(page, one))];
}

function block(page: TerminalPage, request: Listed): string[] {
  const { statuses, smoke, differs, walks, checks, why, needs, skipped } = request;
  const marks = [
    statuses.join(' or ') || 'no documented status',
    ...(smoke ? ['smoke'] : []),
    ...(skipped === undefined ? [] : ['not sent']),
  ];
  const sends = differs.join(', ') || 'the plain request';
  const rows = [
    ['sends', walks ? `${sends}; again for each further page` : sends],
    ['checks', checks.map(({ check, if: text }) => (text === undefined ? check : `${check}?`)).join(', ')],
    ['why', why],
    ['needs', needs.join('; ')],
    ['not sent', skipped ?? ''],
  ] as const;
  return [
    ...entry(page, { label: '  ', text: `${request.case}: ${marks.join(', ')}`, style: 'strong' }),
    ...rows
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]) => entry(page, { label: `    ${name.padEnd(8)}  `, labelStyle: 'dim', text })),
  ];
}

/** Cases that another one covers. */
function spared(page: TerminalPage, { spared: all }: Listing): string[] {
  if (all.length === 0) return [];
  const head = `Left out: ${count(all.length, 'test case')}, because a case of another operation checks the same clause (in brackets if it has another name)`;
  return [
    ...plainText(page, head, 'strong'),
    ...groupBy(all, ({ operationId }) => operationId).flatMap((own) => [
      ...entry(page, { label: '  ', text: own[0]?.operationId ?? '' }),
      ...groupBy(own, ({ by }) => by.operationId).flatMap((group) => {
        const names = group.map(({ case: name, by }) => (name === by.case ? name : `${name} (${by.case})`));
        const text = `checked with ${group[0]?.by.operationId}: ${names.join(', ')}`;
        return entry(page, { label: '    ', text, style: 'dim' });
      }),
    ]),
  ];
}

/** Documented responses that no request provokes, by the reason. */
function unprovoked(page: TerminalPage, { unprovoked: all }: Listing): string[] {
  if (all.length === 0) return [];
  return [
    ...plainText(page, 'Documented responses that no request provokes', 'strong'),
    ...groupBy(all, ({ status, reason }) => `${status}: ${reason}`).flatMap((group) => {
      const names = group.map(({ operationId }) => operationId).join(', ');
      return [
        ...entry(page, { label: '  ', text: `${group[0]?.status}: ${group[0]?.reason}` }),
        ...entry(page, { label: '    ', text: names, style: 'dim' }),
      ];
    }),
  ];
}

/** The number of requests and checks in both tiers, whichever is listed. */
function totals(page: TerminalPage, { tiers }: Listing): string[] {
  return [
    ...plainText(page, 'Total', 'strong'),
    ...Object.entries(tiers).flatMap(([tier, { limit, requests, skipped, checks, open }]) => {
      const left = skipped === 0 ? '' : `, ${skipped} not sent`;
      const more = open === 0 ? '' : `, ${open} more with a question mark`;
      const text = `${count(requests, 'request')} (limit ${limit}${left}), ${count(checks, 'check')}${more}`;
      return entry(page, { label: `  ${tier.padEnd(5)}  `, text });
    }),
    ...entry(page, {
      label: '  ',
      text: 'A run counts a check once for each clause that it verifies.',
      style: 'dim',
    }),
  ];
}
