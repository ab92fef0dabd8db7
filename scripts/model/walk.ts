import { joinPointer } from '../base/pointer.ts';

export type Node = Record<string, unknown>;

/** Keywords whose keys are names that the author chose, not keywords. */
const nameMaps = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependentRequired'],
  ...['paths', 'webhooks', 'responses', 'content', 'headers', 'callbacks', 'links', 'encoding', 'variables'],
  ...['schemas', 'securitySchemes', 'requestBodies', 'pathItems'],
]);

const data = new Set(['example', 'default', 'enum', 'const', 'value', 'mapping', 'scopes']);

type Children = { readonly key: string; readonly value: unknown; readonly names: boolean };

/**
 * The children of a node that are OpenAPI or JSON Schema objects.
 * @param names whether the node's keys are names (of properties, responses …) rather than keywords
 */
export function childrenOf(node: Node, names: boolean): Children[] {
  return Object.entries(node)
    .filter(([key, value]) => names || !isData(key, value))
    .map(([key, value]) => ({ key, value, names: !names && isNameMap(key, value) }));
}

/** Calls `visit` for each object of the document that is OpenAPI or JSON Schema, parents first. */
export function walk(root: unknown, visit: (node: Node, pointer: string) => void): void {
  step(root, '', false, visit);
}

function step(
  value: unknown,
  pointer: string,
  names: boolean,
  visit: (node: Node, pointer: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) step(item, joinPointer(pointer, index), false, visit);
  }
  if (!isRecord(value)) return;
  if (!names) visit(value, pointer);
  for (const child of childrenOf(value, names)) {
    step(child.value, joinPointer(pointer, child.key), child.names, visit);
  }
}

export function isRecord(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `parameters` and `examples` are lists in one place of OpenAPI and maps by name in another. */
export function isNameMap(key: string, value: unknown): boolean {
  return nameMaps.has(key) || ((key === 'parameters' || key === 'examples') && isRecord(value));
}

/** Whether a keyword's value is data, in which nothing is an OpenAPI object. */
export function isData(key: string, value: unknown): boolean {
  return data.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(value));
}
