import { joinPointer } from '../../base/pointer.ts';
import type { Operation } from '../../model/api.ts';
import { filterMentions } from './filter.ts';
import { listMentions } from './list.ts';
import type { Mention } from './mention.ts';
import { relationMentions } from './relation.ts';

/** All mentions in the contract of an operation, in the order of its parts. */
export function mentionsOf({
  id,
  contract,
  parameters,
}: Pick<Operation, 'id' | 'contract' | 'parameters'>): readonly Mention[] {
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
