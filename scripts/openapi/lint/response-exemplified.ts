import { joinPointer, parsePointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import { isJson } from '../../model/media-type.ts';
import type { Spec } from '../../model/spec.ts';
import { type Check, createCheck } from './example-check.ts';
import { givenExamples } from './given-examples.ts';
import { resolvedParts, type SpecPart } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('response-exemplified');

/** Each media type of a response has a schema and an example, and all examples match their schemas. */
export function responseExemplified(spec: Spec): Problem[] {
  const check = createCheck(spec);
  return resolvedParts(spec)
    .filter(({ kind }) => kind === 'mediaType' || kind === 'parameter' || kind === 'header')
    .flatMap((part) => [...lacking(spec, part), ...unfitting(spec, part, check)]);
}

function lacking(spec: Spec, part: SpecPart): Problem[] {
  if (part.above?.kind !== 'response') return [];
  const type = parsePointer(part.pointer).at(-1);
  const missing = [
    ...(part.node.schema === undefined ? ['a `schema`'] : []),
    ...(givenExamples(spec, part).length === 0 ? ['an example'] : []),
  ];
  return missing.map((what) =>
    report(part.pointer, `The response has ${what} missing. Add it to \`${type}\`.`),
  );
}

function unfitting(spec: Spec, part: SpecPart, check: Check): Problem[] {
  const { node, pointer } = part;
  if (node.schema === undefined) return [];
  const schema = isObject(node.schema) ? spec.pointerOf(node.schema) : joinPointer(pointer, 'schema');
  return givenExamples(spec, part).flatMap((example) => {
    if (!('value' in example) || isSerialized(part, example.value)) return [];
    const broken = check(schema, example.value);
    return broken === '' ? [] : [report(example.pointer, `The example doesn't fit its schema: ${broken}.`)];
  });
}

/** XML and the like are written as text, which a JSON Schema can't check. */
function isSerialized({ kind, pointer }: SpecPart, value: unknown): boolean {
  return kind === 'mediaType' && typeof value === 'string' && !isJson(parsePointer(pointer).at(-1) ?? '');
}
