import type { Operation } from '../../model/api.ts';
import type { Provenance } from '../../model/contract.ts';
import type { ProvenanceTable } from '../../model/expectation.ts';
import { isJson } from '../../model/media-type.ts';
import { weaker } from '../../model/provenance.ts';
import type { Spec } from '../../model/spec.ts';
import { detailMentions, pageMentions } from './list.ts';
import { relationMentions } from './relation.ts';
import { propertyProvenance } from './schema-at.ts';

/**
 * The provenance of each clause of an operation's contract that uses an undocumented property, by the pointer of the
 * clause. Clauses that only show that a filter or a sort order has an effect are left out.
 */
export function clauseProvenances(
  spec: Spec,
  { id, contract }: Operation,
  all: readonly Operation[],
): ProvenanceTable {
  const { list, relations } = contract;
  const mentions = [
    ...(list?.page === undefined ? [] : pageMentions(id, list.page)),
    ...(list?.detail === undefined ? [] : detailMentions(id, list.detail, list.items)),
    ...relations.flatMap((relation) => relationMentions(id, relation)),
  ];
  const marks: Record<string, Provenance> = {};
  for (const mention of mentions) {
    if (mention.to !== 'property') continue;
    const { at, each, pointer } = mention;
    const bodies = all.filter((other) => other.id === mention.operation).flatMap(bodiesOf);
    const provenance = propertyProvenance(spec, bodies, each === undefined ? pointer : `${each}/0${pointer}`);
    if (provenance !== 'documented') marks[at] = weaker(provenance, marks[at] ?? provenance);
  }
  return marks;
}

/** The JSON schemas of its successful responses. */
function bodiesOf({ responses }: Operation): readonly unknown[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.flatMap(({ contents }) =>
    contents.flatMap(({ mediaType, form }) => (isJson(mediaType) ? [form] : [])),
  );
}
