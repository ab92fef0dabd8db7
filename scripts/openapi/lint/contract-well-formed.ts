import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
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
  const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true, verbose: true });
  ajv.addSchema(schema, 'contract');
  const validators = (definition: string): ValidateFunction | undefined =>
    ajv.getSchema(`contract#/$defs/${definition}`);
  return [...writtenParts(spec).flatMap((part) => malformed(part, validators)), ...halfWindows(spec)];
}

function malformed(
  part: SpecPart,
  validators: (definition: string) => ValidateFunction | undefined,
): Problem[] {
  const contract = part.node['x-contract'];
  if (contract === undefined) return [];
  const at = joinPointer(part.pointer, 'x-contract');
  const place = placeOf(part);
  const validate = place && validators(place.definition);
  if (place === undefined || validate === undefined) {
    const message =
      '`x-contract` means nothing here. It belongs at the root, on an operation or a parameter.';
    return [report(at, message)];
  }
  if (validate(contract)) return [];
  return contractErrors(validate.errors ?? []).map(({ pointer, message }) =>
    report(at + pointer, `The contract of this ${place.name} is malformed: ${message}`),
  );
}

function placeOf({
  kind,
  node,
}: SpecPart): { readonly name: string; readonly definition: keyof typeof schema.$defs } | undefined {
  if (kind === 'root') return { name: 'description', definition: 'root' };
  if (kind === 'operation') return { name: 'operation', definition: 'operation' };
  if (kind !== 'parameter') return undefined;
  return node.in === 'path'
    ? { name: 'path parameter', definition: 'pathParameter' }
    : { name: 'parameter', definition: 'parameter' };
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
