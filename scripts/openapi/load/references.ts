import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isData, isNameMap, isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from './dereference.ts';

/**
 * Reports references that are not URI references (RFC 3986, section 2.1).
 * @param bundle a spec in one document
 */
export function malformedReferences(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ $ref }, pointer) => {
    if (typeof $ref !== 'string' || isDecodable($ref)) return;
    const message = `\`${$ref}\` is not a URI reference. In a name, write \`%\` as \`%25\`.`;
    problems.push({ code: 'no-unresolved-refs', severity: 'error', message, pointer });
  });
  return problems;
}

/** The longest chain of references. Real ones have one or two hops. */
const mostHops = 50;

/** The first reference in a cycle or a very long chain of references, for which Redocly would take forever. */
export function longChain(data: Node): Problem | undefined {
  const found: Problem[] = [];
  walk(data, (node, pointer) => {
    if (found.length > 0) return;
    let target: unknown = node;
    for (let hops = 0; hops <= mostHops; hops += 1) {
      if (!isRecord(target) || typeof target.$ref !== 'string' || !target.$ref.startsWith('#/')) return;
      target = valueAt(data, target.$ref.slice(1));
      if (target === node) return;
    }
    const message = `This \`$ref\` leads through more than ${mostHops} references. Refer to the part itself.`;
    found.push({
      code: 'no-unresolved-refs',
      severity: 'error',
      message,
      pointer: joinPointer(pointer, '$ref'),
    });
  });
  return found[0];
}

/**
 * Writes the names of schemas in the mappings of discriminators as references, in place, because Redocly takes a name for
 * a file (OpenAPI 3.1, section 4.8.25).
 */
export function nameMappings(document: Node): void {
  walk(document, ({ discriminator }) => {
    const mapping = isRecord(discriminator) ? discriminator['mapping'] : undefined;
    for (const [value, name] of Object.entries(isRecord(mapping) ? mapping : {})) {
      const pointer = joinPointer('/components/schemas', String(name));
      if (isRecord(mapping) && valueAt(document, pointer) !== undefined) mapping[value] = `#${pointer}`;
    }
  });
}

/** A warning for each external example: a spec must not choose which files are read and sent. */
export function unreadExamples(bundle: Node): Problem[] {
  const problems: Problem[] = [];
  walk(bundle, ({ externalValue, value, $ref }, pointer) => {
    const isElsewhere = typeof $ref === 'string' && !$ref.startsWith('#');
    if (!isElsewhere && (typeof externalValue !== 'string' || value !== undefined)) return;
    const keyword = isElsewhere ? '$ref' : 'externalValue';
    const message = `The \`${keyword}\` of an example is not read, so there is no example here. Write the example as \`value\`.`;
    problems.push({
      code: 'example-external',
      severity: 'warning',
      message,
      pointer: joinPointer(pointer, keyword),
    });
  });
  return problems;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

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
