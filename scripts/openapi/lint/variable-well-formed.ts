import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { givenExamples } from './given-examples.ts';
import { resolvedParts, type SpecPart } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('variable-well-formed');

/** A variable has a name that every tool can write, and one type wherever it is used. */
export function variableWellFormed(spec: Spec): Problem[] {
  const uses = usesOf(spec);
  return uses.flatMap((use) => [...misnamed(use), ...misplaced(use), ...mistyped(use, uses)]);
}

/** A variable has an example. */
export function variableExemplified(spec: Spec): Problem[] {
  return usesOf(spec).flatMap((use) => unexemplified(spec, use));
}

function usesOf(spec: Spec): SpecPart[] {
  return resolvedParts(spec).filter(({ node }) => node['x-variable'] !== undefined);
}

function misnamed(use: SpecPart): Problem[] {
  const name = use.node['x-variable'];
  if (typeof name === 'string' && /^[a-zA-Z][\w-]*$/.test(name)) return [];
  const message = `${JSON.stringify(name)} can't be the name of a variable. Write a letter, then letters, digits, \`_\` and \`-\`.`;
  return [report(placeOf(use), message)];
}

function misplaced(use: SpecPart): Problem[] {
  if (use.kind === 'server' || use.kind === 'parameter' || use.kind === 'schema') return [];
  return [
    report(placeOf(use), '`x-variable` means nothing here. Put it on a server, a parameter or a property.'),
  ];
}

/** The first use determines the type. */
function mistyped(use: SpecPart, uses: readonly SpecPart[]): Problem[] {
  const name = use.node['x-variable'];
  const first = uses.find(({ node }) => node['x-variable'] === name);
  if (first === undefined || typeOf(first) === typeOf(use)) return [];
  const message = `The variable \`${String(name)}\` is ${typeOf(use)} here and ${typeOf(first)} at ${first.pointer}. Make it one type, or two variables.`;
  return [report(placeOf(use), message)];
}

function typeOf({ kind, node }: SpecPart): string {
  if (kind === 'server') return 'a base URL';
  const schema = kind === 'parameter' ? node.schema : node;
  const type = isObject(schema) ? schema.type : undefined;
  if (Array.isArray(type)) return type.toSorted().join(' or ');
  return typeof type === 'string' ? type : 'of any type';
}

function unexemplified(spec: Spec, use: SpecPart): Problem[] {
  if (use.kind !== 'parameter' || givenExamples(spec, use).length > 0) return [];
  return [
    report(placeOf(use), 'A reader must see what a value looks like. Add an `example` to this parameter.'),
  ];
}

function placeOf({ pointer }: SpecPart): string {
  return joinPointer(pointer, 'x-variable');
}
