import { groupBy } from '../base/group-by.ts';
import { grouped } from '../base/words.ts';
import { commonText, isMorePlace, placesIn } from '../model/beyond-limit.ts';
import type { Difference } from '../model/run-result.ts';

/** Differences that are alike, from which on they are shown as one: a server may send any number of headers. */
const mostAlike = 20;

/** Differences of one operation. */
const most = 100;

/** The differences for people: of one operation, those that are alike are one if they are many, and so is the end of a long list. */
export function joinDifferences(differences: readonly Difference[]): Difference[] {
  return groupBy(differences, kindOf).flatMap((kind) => {
    const rows = groupBy(kind, ({ regions }) => JSON.stringify(regions)).flatMap((alike) =>
      alike.length > mostAlike ? [alike] : alike.map((one) => [one]),
    );
    return [...rows.slice(0, most), rows.slice(most).flat()].flatMap(toOne);
  });
}

/** How many differences there are, with those that are not listed. */
export function countDifferences(differences: readonly Difference[]): number {
  return differences.reduce((sum, { where }) => sum + placesIn(where), 0);
}

/** What is new, or accepted for another reason, is shown apart. */
function kindOf({ operationId, case: name, what, since, accepted }: Difference): string {
  return JSON.stringify([operationId, name, what, since, accepted]);
}

function toOne(row: readonly Difference[]): Difference[] {
  const [first, ...others] = row;
  if (first === undefined || others.length === 0) return [...row];
  const names = row.flatMap(({ where = '' }) => (isMorePlace(where) ? [] : where)).slice(0, 3);
  const where = `${names.join(', ')} and ${grouped(countDifferences(row) - names.length)} more`;
  return [{ ...first, where, regions: commonText(row.map(({ regions }) => regions)) }];
}
