import { cut, first } from '../page/cut.ts';
import type { DifferenceView, ReportView } from '../view.ts';
import { markDifferences, type Piece } from './pieces.ts';
import type { Tagger, Tags } from './tags.ts';

type Row = {
  readonly id: string;
  readonly tags: Tags;
  /** Whether the baseline has it. */
  readonly mark: string;
  readonly operation: string;
  readonly cases: string;
  readonly what: string;
  readonly where: string;
  /** Of each region, in the order of the head. */
  readonly answers: readonly (readonly Piece[])[];
  /** The same elsewhere. */
  readonly also: string;
};

/** What regions answer in different ways, side by side; what differs alike is one row. */
export type DifferencesView = {
  readonly regions: readonly string[];
  readonly items: readonly Row[];
  readonly more: number;
};

/** The verdict of a row, for the filter. */
export const different = 'different';

const most = 200;

export function toDifferences({ differences }: ReportView, tagger: Tagger): DifferencesView {
  const { items, more } = first(differences, most);
  return {
    regions: tagger.regions,
    items: items.map((view, index) => toRow(view, `difference-${index + 1}`, tagger)),
    more,
  };
}

function toRow(
  { first: model, group, mark, operation, cases, also }: DifferenceView,
  id: string,
  tagger: Tagger,
): Row {
  const { what, where } = model;
  const places = group.flatMap((one) =>
    Object.keys(one.regions).map((region) => ({ region, operationId: one.operationId })),
  );
  const answers = tagger.regions.map((region) => cut(model.regions[region] ?? '', 600));
  return {
    ...{ id, mark, operation, cases, what },
    tags: tagger.tag(different, places),
    where: where === '' ? 'its root' : (where ?? ''),
    answers: markDifferences(answers),
    also: also.join(', '),
  };
}
