import { cut, first } from '../page/render.ts';
import type { DifferenceView, ReportView } from '../view.ts';
import { markDifferences } from './pieces.ts';
import type { Tagger } from './tags.ts';

/** The verdict of a row, by which the page can be filtered. */
export const different = 'different';

const most = 200;

/** How the responses of regions differ, side by side in the order of the regions; what differs alike is one row. */
export function toDifferences({ differences }: ReportView, tagger: Tagger) {
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
) {
  const { what, where } = model;
  const places = group.flatMap((one) =>
    Object.keys(one.regions).map((region) => ({ region, operationId: one.operationId })),
  );
  const responses = tagger.regions.map((region) => cut(model.regions[region] ?? '', 600));
  return {
    ...{ id, mark, operation, cases, what },
    tags: tagger.tag(different, places),
    where: where === '' ? 'its root' : (where ?? ''),
    responses: markDifferences(responses),
    also: also.join(', '),
  };
}
