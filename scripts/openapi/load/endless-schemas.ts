import type { Problem } from '../../base/problem.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { valueAt } from './dereference.ts';

/** Keywords whose schemas apply to the same value (JSON Schema Core, section 10.2), and references. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', '$ref'];

/**
 * Reports schemas that apply themselves to the same value, so that validation never ends (JSON Schema Core, section
 * 9.4.1). A schema in one of its own properties or items is fine, because each value is smaller.
 * @param bundle a spec in one document
 */
export function endlessSchemas(bundle: Node): Problem[] {
  const pointers = new Map<Node, string>();
  walk(bundle, (node, pointer) => pointers.set(node, pointer));
  const endless: Node[] = [];
  const states = new Map<Node, 'visiting' | 'done'>();
  const ask = (node: Node): void => {
    if (states.get(node) === 'visiting') endless.push(node);
    if (states.has(node)) return;
    states.set(node, 'visiting');
    for (const keyword of inPlace) schemasOf(bundle, keyword, node[keyword]).forEach(ask);
    states.set(node, 'done');
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
    'Validation against this schema never ends, because it refers to itself as a whole. Let it refer to itself in a property or an item, or remove that branch.';
  return { code: 'schema-endless', severity: 'error', message, pointer };
}
