import { isData, isNameMap, isRecord, type Node } from '../model/walk.ts';

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
  const step = (value: unknown, names: boolean, data: boolean): void => {
    if (Array.isArray(value)) for (const item of value) step(item, false, data);
    if (!isRecord(value)) return;
    hidden.push(...followedIn(value, data).map((key) => [value, key] as const));
    for (const [key, child] of Object.entries(value))
      step(child, !names && isNameMap(key, child), data || (!names && isData(key, child)));
  };
  step(document, !isSpec && isMap(document), false);
  for (const [node, key] of hidden) rename(node, key, sealed + key);
  return () => {
    for (const [node, key] of hidden) rename(node, sealed + key, key);
  };
}

function followedIn(node: Node, data: boolean): string[] {
  return followed.filter((key) => typeof node[key] === 'string' && (key !== '$ref' || data));
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
