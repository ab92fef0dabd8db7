import { joinPointer } from '../pointer.ts';
import type { Mention } from './mention.ts';
import { filterMentions } from './mention-filter.ts';
import { listMentions } from './mention-list.ts';
import { relationMentions } from './mention-relation.ts';
import type { Surveyed } from './survey.ts';

/** All that the contract of an operation names, in the order of its parts. */
export function mentionsOf({ id, contract, parameters }: Surveyed): readonly Mention[] {
  const { list, relations } = contract;
  return [
    ...(list === undefined ? [] : listMentions(id, list)),
    ...filterMentions(id, contract.filters),
    ...relations.flatMap((relation) => relationMentions(id, relation)),
    ...parameters.flatMap(({ pointer, discover }): Mention[] => {
      if (discover === undefined) return [];
      const at = joinPointer(pointer, 'x-contract', 'discover');
      const { operation, property } = discover;
      return [
        { at: joinPointer(at, 'operation'), to: 'operation', operation },
        { at: joinPointer(at, 'property'), to: 'property', operation, pointer: property },
      ];
    }),
  ];
}
