import { andMore, inCommon } from '../../model/beyond-limit.ts';
import type { Found } from './sides.ts';

/** Differences of one operation in bodies, or in headers: a server may send any number of them. */
const most = 1000;

/** The first differences, each by itself so that it is known again, and one that says how many more there are. */
export function limitDifferences(found: readonly Found[]): Found[] {
  const others = found.slice(most);
  const [next] = others;
  if (next === undefined) return [...found];
  const regions = inCommon(others.map((one) => one.regions));
  return [...found.slice(0, most), { what: next.what, where: andMore(others.length), regions }];
}
