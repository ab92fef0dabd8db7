import { groupBy } from '../group-by.ts';
import { grouped } from '../words.ts';
import type { Found } from './sides.ts';

/** Differences that are alike, from which on they are told as one: a server may send any number of headers. */
const mostAlike = 20;

/** Differences of any kind. */
const most = 100;

/** The differences of one operation in bodies, or in headers, with those that are too many as one. */
export function bounded(found: readonly Found[]): Found[] {
  const alike = groupBy(found, ({ regions }) => JSON.stringify(regions)).flatMap((group) =>
    group.length > mostAlike ? asOne(group, ({ regions }) => regions) : group,
  );
  if (alike.length <= most) return alike;
  const others = asOne(alike.slice(most), ({ regions }) =>
    Object.fromEntries(Object.keys(regions).map((region) => [region, 'various'])),
  );
  return [...alike.slice(0, most), ...others];
}

function asOne(group: readonly Found[], regionsOf: (first: Found) => Found['regions']): Found[] {
  const [first] = group;
  if (first === undefined) return [];
  const names = group.slice(0, 3).flatMap(({ where }) => where ?? []);
  const where = `${names.join(', ')} and ${grouped(group.length - names.length)} more`;
  return [{ what: first.what, where, regions: regionsOf(first) }];
}
