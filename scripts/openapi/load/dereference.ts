import { joinPointer, parsePointer } from '../../base/pointer.ts';
import { childrenOf, isRecord, type Node } from '../../model/walk.ts';
import { copyTexts } from '../../model/written-number.ts';

export type Dereferenced = {
  /** The document with all references replaced by their targets. Shared parts are the same object; cycles remain. */
  readonly document: unknown;
  /** The JSON pointer of an object of the result in the input. */
  readonly pointerOf: (part: object) => string;
};

/** Resolves all references of a bundled document. Each target is visited once, however many references it has. */
export function dereference(root: Node): Dereferenced {
  const done = new Map<object, unknown>();
  const pointers = new WeakMap<object, string>();
  const merges: (() => void)[] = [];

  const copy = (value: unknown, pointer: string, names: boolean): unknown => {
    if (!isRecord(value) && !Array.isArray(value)) return value;
    if (done.has(value)) return done.get(value);
    if (Array.isArray(value)) return copyList(value, pointer);
    if (!names && typeof value.$ref === 'string' && value.$ref.startsWith('#'))
      return copyReference(value, value.$ref, pointer);
    const result: Node = { ...value };
    remember(value, result, pointer);
    for (const child of childrenOf(value, names)) {
      result[child.key] = copy(child.value, joinPointer(pointer, child.key), child.names);
    }
    return result;
  };

  const copyList = (list: readonly unknown[], pointer: string): unknown[] => {
    const result: unknown[] = copyTexts(list, []);
    remember(list, result, pointer);
    for (const [index, item] of list.entries()) result.push(copy(item, joinPointer(pointer, index), false));
    return result;
  };

  const copyReference = (node: Node, reference: string, pointer: string): unknown => {
    const targetPointer = decodeURIComponent(reference.slice(1));
    const siblings = Object.entries(node).filter(([key]) => key !== '$ref');
    if (siblings.length === 0) return copy(valueAt(root, targetPointer), targetPointer, false);
    const result: Node = {};
    remember(node, result, pointer);
    const target = copy(valueAt(root, targetPointer), targetPointer, false);
    const own = copy(copyTexts(node, Object.fromEntries(siblings)), pointer, false);
    // The target may still be incomplete (a cycle), so the two are merged at the end.
    merges.push(() => Object.assign(result, isRecord(target) && isRecord(own) ? together(target, own) : own));
    return result;
  };

  const remember = (source: object, result: object, pointer: string): void => {
    done.set(source, result);
    pointers.set(result, pointer);
  };

  const document = copy(root, '', false);
  for (const merge of merges) merge();
  return { document, pointerOf: (part) => pointers.get(part) ?? '' };
}

/** Siblings of a reference take precedence over its target; `properties`, `required` and `allOf` are merged (3.1). */
function together(target: Node, own: Node): Node {
  const result: Node = copyTexts(own, { ...target, ...own });
  for (const key of ['properties', 'required', 'allOf']) {
    const [first, second] = [target[key], own[key]];
    if (isRecord(first) && isRecord(second)) result[key] = { ...first, ...second };
    if (Array.isArray(first) && Array.isArray(second)) result[key] = [...new Set([...first, ...second])];
  }
  return result;
}

/** The value at a JSON pointer, or undefined. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of parsePointer(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isRecord(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}
