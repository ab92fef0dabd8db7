import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { fieldsOf, isKind, type ValueKind, type ValueShape } from './kinds.ts';

/** An OpenAPI object of the spec, with the object that contains it. */
export type SpecPart = {
  readonly kind: ValueKind;
  readonly node: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly above?: SpecPart;
};

/** Each object as written, without resolving references. */
export function writtenParts(spec: Spec): SpecPart[] {
  return collect(spec.bundle, (_, pointer) => pointer);
}

/** Each object once, with references resolved. Its pointer leads to its definition. */
export function resolvedParts(spec: Spec): SpecPart[] {
  return collect(spec.document, (node) => spec.pointerOf(node));
}

function collect(root: object, locate: (node: object, pointer: string) => string): SpecPart[] {
  const found: SpecPart[] = [];
  const seen = new Set<object>();
  const visit = (kind: ValueKind, node: unknown, pointer: string, above?: SpecPart): void => {
    if (!isObject(node) || seen.has(node)) return;
    seen.add(node);
    const part = { kind, node, pointer: locate(node, pointer), ...(above && { above }) };
    found.push(part);
    for (const child of childrenOf(kind, node)) {
      visit(child.kind, child.value, joinPointer(pointer, ...child.path), part);
    }
  };
  visit('root', root, '');
  return found;
}

type Path = readonly (string | number)[];
type Child = { readonly kind: ValueKind; readonly path: Path; readonly value: unknown };

function childrenOf(kind: ValueKind, node: SpecPart['node']): Child[] {
  return Object.entries(fieldsOf(kind)).flatMap(([field, [shape, childKind]]) => {
    if (!Object.hasOwn(node, field) || !isKind(childKind)) return [];
    return membersOf(shape, node[field], [field]).map(([path, value]) => ({ kind: childKind, path, value }));
  });
}

type Member = readonly [path: Path, value: unknown];

function membersOf(shape: ValueShape, value: unknown, path: Path): Member[] {
  if (shape === 'one') return [[path, value]];
  if (shape === 'list') {
    return Array.isArray(value) ? value.map((item, index): Member => [[...path, index], item]) : [];
  }
  if (!isObject(value)) return [];
  const members = Object.entries(value).map(([key, child]): Member => [[...path, key], child]);
  return shape === 'map' ? members : members.flatMap(([at, map]) => membersOf('map', map, at));
}
