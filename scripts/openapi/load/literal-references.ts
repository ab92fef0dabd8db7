import { isData, isNameMap, isRecord, type Node } from '../../model/walk.ts';

/** Keys that Redocly follows at any place. */
const followed = ['$ref', 'externalValue'] as const;

/** Extensions replace them, because extensions are allowed at the same places. */
const sealed = 'x-sealed-';

/**
 * Renames, in place, keys of data that Redocly would follow: `$ref` in examples, defaults, `enum`, `const` and
 * extensions, and `externalValue` everywhere. Returns a function that restores the names.
 * @param isSpec whether the document is a whole spec rather than a referenced part
 */
export function hideDataReferences(document: unknown, isSpec: boolean): () => void {
  const hidden: (readonly [node: Node, key: string])[] = [];
  const step = (value: unknown, kind: Kind): void => {
    if (isRecord(value)) hidden.push(...followedIn(value, kind).map((key) => [value, key] as const));
    for (const [child, inner] of childrenOf(value, kind)) step(child, inner);
  };
  step(document, !isSpec && isMap(document) ? 'names' : 'part');
  for (const [node, key] of hidden) rename(node, key, sealed + key);
  return () => {
    for (const [node, key] of hidden) rename(node, sealed + key, key);
  };
}

function childrenOf(value: unknown, kind: Kind): (readonly [child: unknown, kind: Kind])[] {
  if (Array.isArray(value)) return value.map((item) => [item, kind === 'data' ? kind : 'part']);
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, child]) => [child, kindOf(kind, key, child)]);
}

type Kind = 'part' | 'names' | 'examples' | 'example' | 'data';

function kindOf(above: Kind, key: string, value: unknown): Kind {
  if (above === 'data') return 'data';
  if (above === 'names') return 'part';
  if (above === 'examples') return 'example';
  if (isData(key, value)) return 'data';
  if (key === 'examples' && isRecord(value)) return 'examples';
  return isNameMap(key, value) ? 'names' : 'part';
}

/** An example may refer to one under `components`, but not to another file. */
function followedIn(node: Node, kind: Kind): string[] {
  return followed.filter((key) => {
    const value = node[key];
    if (typeof value !== 'string') return false;
    return key === 'externalValue' || kind === 'data' || (kind === 'example' && !value.startsWith('#'));
  });
}

/** Whether a file is a map of parts by name. The names may be any words, such as `default` or `example`. */
function isMap(document: unknown): boolean {
  return isRecord(document) && !Object.keys(document).some((key) => keywords.has(key));
}

const keywords = new Set([
  ...['$ref', 'type', 'properties', 'items', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'schema', 'content'],
  ...['summary', 'description', 'in', 'value', 'externalValue', 'openapi'],
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'],
]);

/** Renames a key without changing the order. */
function rename(node: Node, from: string, to: string): void {
  const entries = Object.entries(node);
  for (const [key] of entries) delete node[key];
  for (const [key, value] of entries) {
    const property = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(node, key === from ? to : key, property);
  }
}
