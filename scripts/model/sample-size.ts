import { isObject } from '../base/read.ts';

/** The most parts and characters of a sample. A body that a person writes has a few hundred. */
const most = 20_000;

/** The deepest nesting of schemas for the sampler, which is recursive. */
const mostLevels = 200;

/**
 * Whether the sampler can make a value of the schema quickly. Visits the same schemas as the sampler, whose own limits
 * bound neither `allOf`, nor `minItems`, nor the width of a schema.
 * @param maxDepth the deepest nesting of objects and arrays
 */
export function isSampleable(schema: unknown, maxDepth: number): boolean {
  let left = most;
  const above: unknown[] = [];
  const each = (parts: readonly unknown[], depth: number): boolean =>
    parts.every((part) => visit(part, depth));
  const visit = (part: unknown, depth: number): boolean => {
    left -= 1 + textLength(part);
    if (left < 0 || above.length > mostLevels) return false;
    if (!isObject(part) || depth > maxDepth || hasValue(part)) return true;
    // In a schema with `allOf`, the sampler counts its depth from 0 again.
    const isComposed = Array.isArray(part.allOf);
    if (!isComposed && above.includes(part)) return true;
    above.push(part);
    const fits =
      each(inPlace(part), depth) &&
      each(childrenOf(part), (isComposed ? 1 : depth) + 1) &&
      itemsFit(part, (item) => visit(item, (isComposed ? 1 : depth) + 1));
    above.pop();
    return fits;
  };
  const itemsFit = (part: Keywords, takes: (item: unknown) => boolean): boolean => {
    const { prefixItems, items, contains, minItems } = part;
    const list = [prefixItems, items, contains].find((keyword) => keyword !== undefined);
    if (list === undefined) return true;
    if (Array.isArray(list)) return list.every(takes);
    const count = typeof minItems === 'number' ? Math.max(minItems, 1) : 1;
    for (let turn = 0; turn < count; turn += 1) if (!takes(list)) return false;
    return true;
  };
  return visit(schema, 1);
}

type Keywords = Readonly<Record<string, unknown>>;

function textLength(schema: unknown): number {
  return isObject(schema) && typeof schema.minLength === 'number' ? Math.max(schema.minLength, 0) : 0;
}

function hasValue(schema: Keywords): boolean {
  const lists = [schema.examples, schema.enum].some((list) => Array.isArray(list) && list.length > 0);
  return lists || [schema.example, schema.const, schema.default].some((value) => value !== undefined);
}

/** Schemas for the same value: all parts, the first branch. */
function inPlace({ allOf, oneOf, anyOf, if: test, then }: Keywords): unknown[] {
  const firsts = [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list.slice(0, 1) : []));
  return [...(Array.isArray(allOf) ? allOf : []), ...firsts, test, then].filter(isObject);
}

/** Schemas for parts of the value. The sampler invents two names for `additionalProperties`. */
function childrenOf({ properties, additionalProperties: others }: Keywords): unknown[] {
  return [
    ...(isObject(properties) ? Object.values(properties) : []),
    ...(isObject(others) ? [others, others] : []),
  ];
}

/** Whether a value has at most so many parts, each counted wherever it is. */
export function isWithin(value: unknown, mostParts: number): boolean {
  const open = [value];
  for (let parts = 0; open.length > 0; parts += 1) {
    if (parts > mostParts) return false;
    const part = open.pop();
    if (typeof part === 'object' && part !== null) for (const child of Object.values(part)) open.push(child);
  }
  return true;
}
