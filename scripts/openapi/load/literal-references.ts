import { isData, isNameMap, isRecord, type Node } from '../../model/walk.ts';

/** What Redocly follows, wherever it is. */
const followed = ['$ref', 'externalValue'] as const;

/** As an extension, either is allowed wherever it was. */
const sealed = 'x-sealed-';

/**
 * Renames, in place, what Redocly would follow although it is data: `$ref` in examples, defaults, `enum`, `const` and
 * extensions, and `externalValue` everywhere. The function that it returns puts the names back.
 * @param isSpec whether the document is a whole spec rather than a part that a reference names
 */
export function seal(document: unknown, isSpec: boolean): () => void {
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

/** An example may be one of those under `components`, and is in no other file. */
function followedIn(node: Node, kind: Kind): string[] {
  return followed.filter((key) => {
    const value = node[key];
    if (typeof value !== 'string') return false;
    return key === 'externalValue' || kind === 'data' || (kind === 'example' && !value.startsWith('#'));
  });
}

/** A file may be a map of parts by names, which may be any words: `default`, `example`. */
function isMap(document: unknown): boolean {
  return isRecord(document) && !Object.keys(document).some((key) => keywords.has(key));
}

const keywords = new Set([
  ...['$ref', 'type', 'properties', 'items', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'schema', 'content'],
  ...['summary', 'description', 'in', 'value', 'externalValue', 'openapi'],
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'],
]);

/** The order of the keys stays. */
function rename(node: Node, from: string, to: string): void {
  const entries = Object.entries(node);
  for (const [key] of entries) delete node[key];
  for (const [key, value] of entries) {
    const property = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(node, key === from ? to : key, property);
  }
}
