import { additionsIn } from './additions.ts';
import type { Data } from './data.ts';
import { differenceIn } from './difference.ts';
import { partsOf } from './parts.ts';

/** How a collection in Postman differs from what would be sent. */
export type PlannedChanges = {
  /** A line for each part that an update adds (`+`) or changes (`~`). */
  readonly changes: readonly string[];
  /** The paths of folders, requests and saved examples that only Postman has. */
  readonly removed: readonly string[];
  /** What somebody added to the other parts. This alone is not a reason for an update, but an update deletes it. */
  readonly additions: readonly string[];
};

export function changesIn(sent: Data, given: Data): PlannedChanges {
  const [ours, theirs] = [partsOf(sent), partsOf(given)];
  const added = [...ours.keys()].filter((path) => !theirs.has(path));
  const removed = outermost([...theirs.keys()].filter((path) => !ours.has(path)));
  const both = [...ours].flatMap(([path, part]) => {
    const other = theirs.get(path);
    return other === undefined ? [] : [{ path, part, other }];
  });
  const changed = both.flatMap(({ path, part, other }) => {
    const place = differenceIn(part, other);
    return place === undefined ? [] : [`~ ${path === '' ? place : `${path}: ${place}`}`];
  });
  const additions = both.flatMap(({ path, part, other }) =>
    additionsIn(part, other).map((what) => `${what} of ${path || 'the collection'}`),
  );
  const changes = [...outermost(added).map((path) => `+ ${path}`), ...changed];
  const isReordered =
    changes.length + removed.length === 0 && [...ours.keys()].join('\n') !== [...theirs.keys()].join('\n');
  return { changes: isReordered ? ['~ the order of requests'] : changes, removed, additions };
}

/** The paths without those inside another one: a folder stands for its contents. */
function outermost(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other} / `)));
}
