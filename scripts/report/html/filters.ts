import { signs, unequal } from '../signs.ts';
import { different } from './differences.ts';
import type { SectionView } from './other-findings.ts';
import type { Tagger, Tags } from './tags.ts';

type Option = { readonly value: string; readonly text: string };

/** What a page can be filtered by. */
export type FiltersView = {
  readonly regions: readonly Option[];
  readonly operations: readonly Option[];
  readonly verdicts: readonly Option[];
};

/** Regions and operations by their numbers; the verdicts that something on the page has. */
export function toFilters(
  { regions, operations }: Tagger,
  all: readonly Tags[],
  rest: readonly SectionView[],
): FiltersView {
  const there = new Set(all.map(({ verdict }) => verdict));
  const words = [
    { value: 'failed', text: `${signs.failed.symbol} failed` },
    { value: different, text: `${unequal.symbol} regions differ` },
    ...rest.map(({ id, sign }) => ({ value: id, text: `${sign.symbol} ${id.replace('-', ' ')}` })),
  ];
  return {
    regions: regions.map((name) => ({ value: name, text: name })),
    operations: operations.map((name) => ({ value: name, text: name })),
    verdicts: words.filter(({ value }) => there.has(value)),
  };
}
