import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import type { ValueKind } from './kinds.ts';
import { type SpecPart, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('provenance-well-formed');
const words = ['documented', 'observed', 'inferred'];

/** The kinds of objects whose provenance matters to a check or a reader, or is inherited. */
const meaningful: readonly ValueKind[] = [
  ...(['rateLimit', 'pathItem', 'operation', 'parameter', 'requestBody'] as const),
  ...(['response', 'header', 'mediaType', 'schema', 'contract'] as const),
  ...(['console', 'consoleRegion', 'consolePage'] as const),
];

/** `x-provenance` is at a clause and has one of three values, and `x-source` is a text. */
export function provenanceWellFormed(spec: Spec): Problem[] {
  return marked(spec).flatMap((part) => [...marks(part), ...wrongSource(part), ...values(part)]);
}

/** A clause that isn't documented has a source. */
export function provenanceSourced(spec: Spec): Problem[] {
  return marked(spec).flatMap(missingHalf);
}

function marked(spec: Spec): SpecPart[] {
  const parts = writtenParts(spec);
  return [...parts, ...parts.flatMap(contractParts)];
}

function marks({ kind, node, pointer }: SpecPart): Problem[] {
  if (!('x-provenance' in node)) return [];
  const at = joinPointer(pointer, 'x-provenance');
  const place = `\`x-provenance\` means nothing here. Put it on one of: ${meaningful.join(', ')}.`;
  return [...wrongWord(at, node['x-provenance']), ...(meaningful.includes(kind) ? [] : [report(at, place)])];
}

function wrongWord(pointer: string, word: unknown): Problem[] {
  if (typeof word === 'string' && words.includes(word)) return [];
  const message = `\`${String(word)}\` is not a provenance. Use ${words.join(', ')}.${didYouMean(String(word), words)}`;
  return [report(pointer, message)];
}

/** Without `x-provenance` beside it, `x-source` may belong to another program. */
function wrongSource({ node, pointer }: SpecPart): Problem[] {
  const source = node['x-source'];
  if (source === undefined || !('x-provenance' in node)) return [];
  if (typeof source === 'string' && source.trim() !== '') return [];
  return [report(joinPointer(pointer, 'x-source'), '`x-source` must be a sentence. Write who says so.')];
}

/** `x-provenance` and `x-source` need each other. */
function missingHalf({ node, pointer }: SpecPart): Problem[] {
  const provenance = node['x-provenance'];
  if (node['x-source'] === undefined) {
    const needed = provenance === 'observed' || provenance === 'inferred';
    const message = `Who says so? Add \`x-source\` to what is ${String(provenance)}.`;
    return needed ? [report(joinPointer(pointer, 'x-provenance'), message)] : [];
  }
  if (provenance !== undefined) return [];
  const message = '`x-source` belongs beside `x-provenance`. Add that, or say it in the description.';
  return [report(joinPointer(pointer, 'x-source'), message)];
}

function values({ node, pointer }: SpecPart): Problem[] {
  const marked = node['x-enum-provenance'];
  if (marked === undefined) return [];
  const at = joinPointer(pointer, 'x-enum-provenance');
  const known = Array.isArray(node.enum) ? node.enum.map(String) : [];
  if (!isObject(marked) || known.length === 0) {
    return [report(at, '`x-enum-provenance` must be a map of values, beside an `enum`.')];
  }
  return Object.entries(marked).flatMap(([value, word]) => {
    const unknown = `\`${value}\` is not a value of the enum beside it.${didYouMean(value, known)}`;
    const found = known.includes(value) ? [] : [report(joinPointer(at, value), unknown)];
    return [...found, ...wrongWord(joinPointer(at, value), word)];
  });
}

/** The objects of a part's `x-contract`: the whole first, then all objects in it. */
function contractParts(part: SpecPart): SpecPart[] {
  return collect(part.node['x-contract'], joinPointer(part.pointer, 'x-contract'), part);
}

function collect(value: unknown, pointer: string, above: SpecPart): SpecPart[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => collect(item, joinPointer(pointer, index), above));
  }
  if (!isObject(value)) return [];
  const part: SpecPart = { kind: 'contract', node: value, pointer, above };
  const inner = Object.entries(value).flatMap(([key, child]) =>
    collect(child, joinPointer(pointer, key), part),
  );
  return [part, ...inner];
}
