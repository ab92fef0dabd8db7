import { type Data, objectsOf, textOf } from './data.ts';

/**
 * A collection with each folder, request and saved example changed, the inner ones first. The path of a part consists of
 * names, because ids change; the second part with a name is `name (2)`.
 */
export function mapParts(
  parent: Data,
  change: (part: Data, path: string) => Data,
  parentPath: readonly string[] = [],
): Data {
  const lists = ['item', 'response'].filter((key) => Array.isArray(parent[key]));
  const mapped = lists.map((key) => {
    const seen = new Map<string, number>();
    const parts = objectsOf(parent[key]).map((part) => {
      const name = textOf(part.name);
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      const path = [...parentPath, number === 1 ? name : `${name} (${number})`];
      return change(mapParts(part, change, path), path.join(' / '));
    });
    return [key, parts] as const;
  });
  return { ...parent, ...Object.fromEntries(mapped) };
}

/** Folders, requests and saved examples by their paths, in order, each without its children. */
export function partsOf(collection: Data): Map<string, Data> {
  const parts: [string, Data][] = [];
  const { item: _, ...root } = mapParts(collection, ({ item: __, response: ___, ...part }, path) => {
    parts.push([path, part]);
    return {};
  });
  return new Map([['', root], ...parts]);
}
