import { childrenOf, isRecord, type Node } from '../../../model/walk.ts';

/** Texts for people and examples, which are not part of the contract. */
export const texts: ReadonlySet<string> = new Set([
  ...['description', 'summary', 'title', 'example', 'examples', 'externalDocs', '$comment', 'info', 'tags'],
  ...['x-source', 'x-enumDescriptions'],
]);

/** Extensions that are compared. */
const judged = new Set(['x-contract', 'x-provenance', 'x-enum-provenance', 'x-rate-limit', 'x-region']);

/** The number of texts, examples and other extensions that differ, in parts that both documents have. */
export function countTexts(base: Node, revision: Node): number {
  return count(base, revision, false);
}

function count(base: unknown, revision: unknown, names: boolean): number {
  if (Array.isArray(base) && Array.isArray(revision)) {
    const before = new Map(base.map((item, index) => [keyOf(item, index), item]));
    return sum(revision.map((item, index) => count(before.get(keyOf(item, index)), item, false)));
  }
  if (!isRecord(base) || !isRecord(revision)) return 0;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(revision)])];
  const own = names ? [] : keys.filter((key) => isText(key) && !isEqual(base[key], revision[key]));
  const inner = childrenOf(revision, names).filter(({ key }) => names || !isText(key));
  return own.length + sum(inner.map((child) => count(base[child.key], child.value, child.names)));
}

/** Whether a keyword is not part of the contract. */
export function isText(key: string): boolean {
  return texts.has(key) || (key.startsWith('x-') && !judged.has(key));
}

/** Identifies an item of a list by its name, whatever its index. */
function keyOf(item: unknown, index: number): string {
  if (!isRecord(item)) return String(index);
  const { $ref, name, in: place, url } = item;
  return JSON.stringify($ref ?? (name === undefined ? url : [place, name]) ?? index);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
