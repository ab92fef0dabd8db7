import type { RunResult } from '../../model/run-result.ts';

/** What the filters know of a part of the page: numbers of regions and operations, and a verdict. */
export type Tags = {
  readonly regions: readonly number[];
  readonly operations: readonly number[];
  readonly verdict: string;
};

type Place = { readonly region: string; readonly operationId: string };

/** The names that a page can be filtered by, and the tags of what happened in some places. */
export type Tagger = {
  readonly regions: readonly string[];
  readonly operations: readonly string[];
  tag(verdict: string, places: readonly Place[]): Tags;
};

/** Numbers the regions and operations of a result. */
export function createTagger({ regions, cases, findings, parity }: RunResult): Tagger {
  const names = {
    regions: Object.keys(regions),
    operations: [...new Set([...cases, ...findings, ...parity].map(({ operationId }) => operationId))],
  };
  const numberOf = {
    region: new Map(names.regions.map((name, number) => [name, number])),
    operation: new Map(names.operations.map((name, number) => [name, number])),
  };
  const every = names.regions.map((_, number) => number);
  return {
    ...names,
    tag: (verdict, places) => ({
      verdict,
      // What is about several regions at once names none of them.
      regions: numbers(places, ({ region }) => [numberOf.region.get(region) ?? every].flat()),
      operations: numbers(places, ({ operationId }) => [numberOf.operation.get(operationId) ?? []].flat()),
    }),
  };
}

function numbers(places: readonly Place[], numbersOf: (place: Place) => readonly number[]): number[] {
  return [...new Set(places.flatMap(numbersOf))];
}
