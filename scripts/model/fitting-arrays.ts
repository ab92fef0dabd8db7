import {
  bound,
  type Chosen,
  type Keywords,
  mostOptionalDepth,
  mostParts,
  type Search,
  type Wanted,
} from './fitting-search.ts';
import { canonical } from './json-value.ts';
import { itemSchemas } from './read-only.ts';

/** Arrays that may fit all these schemas. */
export function* fittingArrays(search: Search, { parts }: Chosen, wanted: Wanted): Generator<unknown> {
  const required = containedIn(parts);
  const first = Math.max(0, ...parts.map(({ prefixItems }) => [prefixItems ?? []].flat().length));
  for (const length of lengthsOf(parts, [required.length, first], wanted)) {
    // Items that must be contained come after those that have a place of their own, if there is room.
    const from = Math.max(0, Math.min(first, length - required.length));
    for (let skip = wanted.skip; skip < wanted.skip + mostShifts; skip += 1) {
      const items = itemsOf(search, parts, { ...wanted, skip }, { length, from, required });
      if (items !== undefined) yield items;
      if (length === 0) break;
    }
  }
}

/** How many arrays of one length are made. */
const mostShifts = 4;

/** A schema for each item that must be contained. */
function containedIn(parts: readonly Keywords[]): unknown[] {
  return parts.flatMap(({ contains, minContains = 1 }) =>
    contains === undefined
      ? []
      : Array.from({ length: Math.min(Number(minContains), mostParts) }, () => contains),
  );
}

/** The lengths to try: of the first attempt, one item, and as few and as many as the schemas describe. */
function lengthsOf(
  parts: readonly Keywords[],
  [required, first]: readonly [number, number],
  { start, depth }: Wanted,
): ReadonlySet<number> {
  const least = Math.max(bound(parts, 'minItems', Math.max), required, 0);
  const most = Math.min(bound(parts, 'maxItems', Math.min), mostParts - 1);
  const usual = depth > mostOptionalDepth ? [least] : [Array.isArray(start) ? start.length : 1, 1, least];
  const lengths = [...usual, first + required, least + 1];
  return new Set(lengths.filter((length) => length >= least && length <= most));
}

type Items = { readonly length: number; readonly from: number; readonly required: readonly unknown[] };

function itemsOf(
  search: Search,
  parts: readonly Keywords[],
  { start, depth, skip }: Wanted,
  { length, from, required }: Items,
): unknown[] | undefined {
  const isUnique = parts.some(({ uniqueItems }) => uniqueItems === true);
  const taken = new Set<string>();
  const items: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = search.make(schemasOfItem(parts, index, required[index - from]), {
      start: Array.isArray(start) ? start[index] : undefined,
      depth: depth + 1,
      skip: index === length - 1 ? skip : 0,
      ...(isUnique && { taken }),
    });
    if (item === undefined) return undefined;
    if (isUnique) taken.add(canonical(item, search.steps));
    items.push(item);
  }
  return items;
}

/** @param contained the schema of an item that must be contained, if this is such an item */
function schemasOfItem(parts: readonly Keywords[], index: number, contained: unknown): unknown[] {
  const limited = parts.filter(
    ({ contains, maxContains }) => contains !== contained && maxContains !== undefined,
  );
  const others = limited.map(({ contains = false }) => ({ not: contains }));
  const schemas = [...itemSchemas(parts, index), ...(contained === undefined ? [] : [contained]), ...others];
  return schemas.length > 0 ? schemas : parts.flatMap(({ unevaluatedItems }) => unevaluatedItems ?? []);
}
