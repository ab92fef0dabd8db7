import schema from '../../../spec/x-contract.schema.json' with { type: 'json' };
import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { contractOf } from '../../base/read.ts';
import { operationsOf } from '../../model/operations.ts';
import type { Spec } from '../../model/spec.ts';
import { contractErrors } from './contract-error.ts';
import { type SpecPart, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('contract-well-formed');

/** `x-contract` matches the JSON schema for its place, and a time window has one start and one end. */
export function contractWellFormed(spec: Spec): Problem[] {
  return [...writtenParts(spec).flatMap(malformed), ...halfWindows(spec)];
}

function malformed(part: SpecPart): Problem[] {
  const contract = part.node['x-contract'];
  if (contract === undefined) return [];
  const at = joinPointer(part.pointer, 'x-contract');
  const place = placeOf(part);
  if (place === undefined) {
    const message =
      '`x-contract` means nothing here. It belongs at the root, on an operation or a parameter.';
    return [report(at, message)];
  }
  return contractErrors(place.schema, contract).map(({ pointer, message }) =>
    report(at + pointer, `The contract of this ${place.name} is malformed: ${message}`),
  );
}

const { $defs } = schema;
const places = {
  root: { name: 'description', schema: { $defs, $ref: '#/$defs/root' } },
  operation: { name: 'operation', schema: { $defs, $ref: '#/$defs/operation' } },
  parameter: { name: 'parameter', schema: { $defs, $ref: '#/$defs/parameter' } },
  pathParameter: { name: 'path parameter', schema: { $defs, $ref: '#/$defs/pathParameter' } },
} as const;

function placeOf({ kind, node }: SpecPart): (typeof places)[keyof typeof places] | undefined {
  if (kind === 'root' || kind === 'operation') return places[kind];
  if (kind !== 'parameter') return undefined;
  return node.in === 'path' ? places.pathParameter : places.parameter;
}

function halfWindows(spec: Spec): Problem[] {
  return operationsOf(spec).flatMap(({ name, pointer, parameters }) => {
    const ends = parameters.map((parameter) => contractOf(parameter, 'window'));
    const count = (end: string): number => ends.filter((other) => other === end).length;
    const [starts, stops] = [count('start'), count('end')];
    if (starts === stops && starts <= 1) return [];
    const message = `The time window of ${name} has ${starts} starts and ${stops} ends. Mark one parameter of each.`;
    return [report(pointer, message)];
  });
}
