import { groupBy } from '../base/group-by.ts';
import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import { destinations } from './destinations.ts';
import { conditions, operation } from './listing/requests.ts';
import { spared, totals, unprovoked } from './listing/skipped-cases.ts';
import type { Listing } from './listing.ts';
import { entry } from './terminal/page.ts';
import { createPaint } from './terminal/paint.ts';

/** The list for people: the requests by operation, what is left out and why, and how many there are. */
export function toListingText(
  listing: Listing,
  { colour, width }: { readonly colour: boolean; readonly width: number },
): string {
  const page = { width, paint: createPaint(colour) };
  const printable = mapStrings(listing, visible);
  const { spec, tier, hosts, requests } = printable;
  const title = `${spec.title} ${spec.version}: what each region is sent in the tier ${tier}`;
  const sections = [
    entry(page, { label: '', text: title, style: 'strong' }),
    destinations(page, hosts),
    conditions(page, requests),
    ...groupBy(requests, ({ operationId }) => operationId).flatMap((own) => operation(page, own)),
    spared(page, printable),
    unprovoked(page, printable),
    totals(page, printable),
  ];
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}
