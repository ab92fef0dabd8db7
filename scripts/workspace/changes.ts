import type { Data } from './data.ts';
import { differenceIn } from './difference.ts';
import { partsOf } from './parts.ts';

/** What an update adds (`+`), removes (`-`) or changes (`~`), as a line each. */
export function changesIn(sent: Data, given: Data): string[] {
  const [ours, theirs] = [partsOf(sent), partsOf(given)];
  const added = [...ours.keys()].filter((path) => !theirs.has(path));
  const removed = [...theirs.keys()].filter((path) => !ours.has(path));
  const changed = [...ours].flatMap(([path, part]) => {
    const other = theirs.get(path);
    const place = other === undefined ? undefined : differenceIn(part, other);
    return place === undefined ? [] : [`~ ${path === '' ? place : `${path}: ${place}`}`];
  });
  const all = [
    ...outermost(added).map((path) => `+ ${path}`),
    ...outermost(removed).map((path) => `- ${path}`),
    ...changed,
  ];
  const isReordered = all.length === 0 && [...ours.keys()].join('\n') !== [...theirs.keys()].join('\n');
  return isReordered ? ['~ the order of requests'] : all;
}

/** A folder stands for what is in it. */
function outermost(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other} / `)));
}
