import { groupBy } from '../../base/group-by.ts';
import { count } from '../../base/words.ts';
import type { Listing, Spared } from '../listing.ts';
import { entry, type TerminalPage } from '../terminal/page.ts';

/** Cases that another one stands for. */
export function spared(page: TerminalPage, { spared: all }: Listing): string[] {
  if (all.length === 0) return [];
  const head = `Spared: ${count(all.length, 'case')}, for another one is about the same clause; in brackets which, where its name is another`;
  return [
    ...entry(page, { label: '', text: head, style: 'strong' }),
    ...groupBy(all, ({ operationId }) => operationId).flatMap((own) => [
      ...entry(page, { label: '  ', text: own[0]?.operationId ?? '' }),
      ...groupBy(own, ({ by }) => by.operationId).flatMap((group) => stoodFor(page, group)),
    ]),
  ];
}

function stoodFor(page: TerminalPage, group: readonly Spared[]): string[] {
  const names = group.map((one) => (one.case === one.by.case ? one.case : `${one.case} (${one.by.case})`));
  const text = `asked of ${group[0]?.by.operationId}: ${names.join(', ')}`;
  return entry(page, { label: '    ', text, style: 'dim' });
}

/** Documented answers that nothing asks for, by the reason. */
export function unprovoked(page: TerminalPage, { unprovoked: all }: Listing): string[] {
  if (all.length === 0) return [];
  return [
    ...entry(page, { label: '', text: 'Documented answers that no request asks for', style: 'strong' }),
    ...groupBy(all, ({ status, reason }) => `${status}: ${reason}`).flatMap((group) => [
      ...entry(page, { label: '  ', text: `${group[0]?.status}: ${group[0]?.reason}` }),
      ...entry(page, {
        label: '    ',
        text: group.map(({ operationId }) => operationId).join(', '),
        style: 'dim',
      }),
    ]),
  ];
}

/** Of both tiers, whichever is listed. */
export function totals(page: TerminalPage, { tiers }: Listing): string[] {
  return [
    ...entry(page, { label: '', text: 'In all', style: 'strong' }),
    ...Object.entries(tiers).flatMap(([tier, { limit, requests, skipped, checks, open }]) => {
      const left = skipped === 0 ? '' : `, ${skipped} not sent`;
      const more = open === 0 ? '' : `, ${open} more with a question mark`;
      const text = `${count(requests, 'request')} (limit ${limit}${left}), ${count(checks, 'check')}${more}`;
      return entry(page, { label: `  ${tier.padEnd(5)}  `, text });
    }),
    ...entry(page, { label: '  ', text: 'A run counts each clause of a check.', style: 'dim' }),
  ];
}
