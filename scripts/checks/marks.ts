import { mentionsOf } from '../mentions/mentions.ts';
import { propertyProvenance } from '../mentions/schema-at.ts';
import type { Operation } from '../model/api.ts';
import type { ProvenanceTable } from '../model/expectation.ts';
import { isJson } from '../model/media-type.ts';
import type { Spec } from '../model/spec.ts';

/** What an operation's contract names that is not documented, by the pointer of what names it. */
export function marksOf(spec: Spec, operation: Operation, all: readonly Operation[]): ProvenanceTable {
  const marks = mentionsOf(operation).flatMap((mention) => {
    if (mention.to !== 'property') return [];
    const { each, pointer } = mention;
    const other = all.find(({ id }) => id === mention.operation);
    const path = each === undefined ? pointer : `${each}/0${pointer}`;
    const provenance = propertyProvenance(spec, other === undefined ? [] : bodiesOf(other), path);
    return provenance === 'documented' ? [] : [[mention.at, provenance] as const];
  });
  return Object.fromEntries(marks);
}

/** The schemas of its successes in JSON. */
function bodiesOf({ responses }: Operation): readonly unknown[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.flatMap(({ contents }) =>
    contents.flatMap(({ mediaType, form }) => (isJson(mediaType) ? [form] : [])),
  );
}
