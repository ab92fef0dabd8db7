import { groupBy } from '../../base/group-by.ts';
import { listOf } from '../../base/words.ts';
import { cut, first } from '../page/render.ts';
import type { Item } from '../sections.ts';
import type { ReportView } from '../view.ts';
import type { Tagger, Tags } from './tags.ts';

/** A section as the page shows it. */
export type SectionView = ReturnType<typeof toSectionViews>[number];

const most = 200;

/** The other sections, each with its first items and how many more there are. */
export function toSectionViews({ sections }: ReportView, { tag }: Tagger) {
  return sections.map((section) => {
    const { items, more } = first(section.items, most);
    const { id } = section;
    return {
      ...section,
      count: section.items.length,
      items: items.map((item, index) => toEntry(item, `${id}-${index + 1}`, tag(id, item.places))),
      more,
    };
  });
}

function toEntry({ message, more = '', places }: Item, id: string, tags: Tags) {
  const names = (all: readonly string[]): string[] => [...new Set(all)];
  return {
    id,
    tags,
    message: cut(message, 2000),
    more: cut(more, 2000),
    places: groupBy(places, ({ operationId }) => operationId).map((own) => ({
      operation: own[0]?.operationId ?? '',
      cases: names(own.map((place) => place.case)).join(', '),
      regions: listOf(names(own.map(({ region }) => region))),
    })),
  };
}
