import { groupBy } from '../../base/group-by.ts';
import { listOf } from '../../base/words.ts';
import { cut, first } from '../page/cut.ts';
import type { Item, Section } from '../sections.ts';
import type { ReportView } from '../view.ts';
import type { Tagger, Tags } from './tags.ts';

type Entry = {
  readonly id: string;
  readonly tags: Tags;
  readonly message: string;
  readonly more: string;
  readonly places: readonly {
    readonly operation: string;
    readonly cases: string;
    readonly regions: string;
  }[];
};

/** A section as the page shows it. */
export type SectionView = Omit<Section, 'items'> & {
  readonly count: number;
  readonly items: readonly Entry[];
  readonly more: number;
};

const most = 200;

export function toSectionViews({ sections }: ReportView, { tag }: Tagger): SectionView[] {
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

function toEntry({ message, more = '', places }: Item, id: string, tags: Tags): Entry {
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
