import { groupBy } from '../../base/group-by.ts';
import type { Difference, RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { toUnequal } from '../causes.ts';
import { unaccepted } from '../known.ts';
import { cut, first } from '../page/cut.ts';
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

export function toDifferences({ parity }: RunResult, tagger: Tagger): DifferencesView {
  const { items, more } = first(toUnequal(unaccepted(parity)), most);
  return {
    regions: tagger.regions,
    items: items.flatMap((group, index) => toRow(group, `difference-${index + 1}`, tagger)),
    more,
  };
}

function toRow(group: readonly Difference[], id: string, { regions, tag }: Tagger): Row[] {
  const [model] = group;
  if (model === undefined) return [];
  const { operationId, what, where } = model;
  const places = group.flatMap((one) =>
    Object.keys(one.regions).map((region) => ({ region, operationId: one.operationId })),
  );
  const [own = [], ...others] = groupBy(group, (one) => one.operationId);
  const answers = regions.map((region) => cut(model.regions[region] ?? '', 600));
  return [
    {
      id,
      tags: tag(different, places),
      mark: markOf(group),
      operation: operationId,
      cases: casesOf(own),
      what,
      where: where === '' ? 'its root' : (where ?? ''),
      answers: markDifferences(answers),
      also: others.map((same) => `${same[0]?.operationId} (${casesOf(same)})`).join(', '),
    },
  ];
}

function casesOf(group: readonly Difference[]): string {
  return group.map((one) => one.case).join(', ');
}
