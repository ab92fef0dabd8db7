import type { Pair } from './found-change.ts';
import { type Parts, valuesOf } from './parts.ts';

/** Keywords with a schema for each pattern of names, or for each index (JSON Schema Core, sections 10.3.1 and 10.3.2). */
const keywords = ['patternProperties', 'prefixItems'];

type Placed = { readonly step: string; readonly base: unknown; readonly revision: unknown };

/** The schemas that both specs have under the same patterns, or for the same number of indexes. */
export function placedSchemas(parts: Pair<Parts>): Placed[] {
  return keywords.flatMap((keyword) => {
    if (!isSamePlaces(parts, keyword)) return [];
    const [before, now] = [schemasOf(parts.base, keyword), schemasOf(parts.revision, keyword)];
    return Object.keys(before).map((key) => ({
      step: keyword === 'prefixItems' ? `[${key}]` : key,
      base: before[key],
      revision: now[key],
    }));
  });
}

/** Whether a keyword has the same patterns or indexes in both, so that only their schemas can differ. */
export function isSamePlaces({ base, revision }: Pair<Parts>, keyword: string): boolean {
  if (!keywords.includes(keyword)) return false;
  const isOne = [base, revision].every((parts) => valuesOf(parts, keyword).length === 1);
  if (!isOne) return false;
  const [before, now] = [base, revision].map((parts) => Object.keys(schemasOf(parts, keyword)).toSorted());
  return JSON.stringify(before) === JSON.stringify(now);
}

function schemasOf(parts: Parts, keyword: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(valuesOf(parts, keyword).flatMap((value) => Object.entries(Object(value))));
}
