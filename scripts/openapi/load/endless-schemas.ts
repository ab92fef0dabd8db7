import type { Problem } from '../../base/problem.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from './dereference.ts';

/** Keywords whose schemas judge the same value (JSON Schema Core, section 10.2), and references. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', '$ref'];

/**
 * Schemas that have to be asked about a value before they can tell of it, which never ends (JSON Schema Core, section
 * 9.4.1). One that stands in a property or an item of itself is fine: each value is smaller.
 * @param bundle a description that is one document
 */
export function endlessSchemas(bundle: Node): Problem[] {
  const pointers = new Map<Node, string>();
  walk(bundle, (node, pointer) => pointers.set(node, pointer));
  const endless: Node[] = [];
  const states = new Map<Node, 'asked' | 'told'>();
  const ask = (node: Node): void => {
    if (states.get(node) === 'asked') endless.push(node);
    if (states.has(node)) return;
    states.set(node, 'asked');
    for (const keyword of inPlace) schemasOf(bundle, keyword, node[keyword]).forEach(ask);
    states.set(node, 'told');
  };
  [...pointers.keys()].forEach(ask);
  return endless.map((node) => toProblem(pointers.get(node) ?? ''));
}

function schemasOf(bundle: Node, keyword: string, value: unknown): Node[] {
  if (typeof value === 'string')
    return [valueAt(bundle, decodeURIComponent(value.slice(1)))].filter(isRecord);
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  return keyword === 'dependentSchemas' ? Object.values(value).filter(isRecord) : [value];
}

function toProblem(pointer: string): Problem {
  const message =
    'A value can never be held against this schema: it refers to itself as a whole. Let it refer to itself in a property or an item, or take that branch out.';
  return { code: 'schema-endless', severity: 'error', message, pointer };
}
