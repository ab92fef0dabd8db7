import { signs } from '../signs.ts';
import type { ReportView } from '../view.ts';
import { different } from './differences.ts';
import type { Tagger, Tags } from './tags.ts';

/** A part of the page that a cell can lead to. */
export type CellLink = { readonly id: string; readonly tags: Tags };

/** Operations by region with the worst verdict of the cases in each cell, which leads to the part of the page about it. */
export function toMatrix(
  { matrix: { rows } }: ReportView,
  { operations }: Tagger,
  targets: readonly CellLink[],
): object[] {
  const find = createFinder(targets);
  return rows.map((row) => {
    const number = operations.indexOf(row.operation);
    return {
      // Between these parts of the name, a line may end.
      words: row.operation.split(/(?<=[\p{Ll}\p{N}_./-])(?=\p{Lu})/u),
      number,
      cells: row.verdicts.map((verdict, region) => {
        return verdict && { region, verdict, sign: signs[verdict], to: find(verdict, number, region) };
      }),
      isDifferent: row.isDifferent,
      toDifference: find(different, number, undefined),
    };
  });
}

type Finder = (verdict: string, operation: number, region: number | undefined) => string | undefined;

/** The first target of a verdict, an operation and a region, or of any region. */
function createFinder(targets: readonly CellLink[]): Finder {
  const keyOf = (...parts: readonly unknown[]): string => parts.join(' ');
  const ids = new Map<string, string>();
  for (const { id, tags } of targets)
    for (const operation of tags.operations)
      for (const region of [undefined, ...tags.regions]) {
        const key = keyOf(tags.verdict, operation, region);
        if (!ids.has(key)) ids.set(key, id);
      }
  return (verdict, operation, region) => ids.get(keyOf(verdict, operation, region));
}
