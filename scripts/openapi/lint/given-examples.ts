import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import type { SpecPart } from './parts.ts';

/** An example of the spec; without a value if it has an `externalValue`. */
export type Given = { readonly pointer: string; readonly value?: unknown };

/** The examples of a part that has a schema: its own (OpenAPI 3.1, section 4.8.19), else those of the schema. */
export function givenExamples(spec: Spec, { node, pointer }: SpecPart): Given[] {
  const own = [...single(node, pointer), ...named(spec, node, pointer)];
  if (own.length > 0 || !isObject(node.schema)) return own;
  const { schema } = node;
  const at = spec.pointerOf(schema);
  const listed = Array.isArray(schema.examples) ? schema.examples : [];
  const list = listed.map((value, index) => ({ pointer: joinPointer(at, 'examples', index), value }));
  return [...single(schema, at), ...list];
}

function single(node: SpecPart['node'], pointer: string): Given[] {
  return node.example === undefined
    ? []
    : [{ pointer: joinPointer(pointer, 'example'), value: node.example }];
}

function named(spec: Spec, { examples }: SpecPart['node'], pointer: string): Given[] {
  if (!isObject(examples)) return [];
  return Object.entries(examples).map(([name, example]) => {
    if (!isObject(example)) return { pointer: joinPointer(pointer, 'examples', name) };
    const at = spec.pointerOf(example);
    return 'value' in example ? { pointer: joinPointer(at, 'value'), value: example.value } : { pointer: at };
  });
}
