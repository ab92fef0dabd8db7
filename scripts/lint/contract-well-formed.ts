import type { ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { contractOf } from '../model/read.ts';
import type { Spec } from '../model/spec.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';
import { contractSchemas } from './contract-schema.ts';
import { didYouMean } from './did-you-mean.ts';
import { explain } from './example-check.ts';
import { operationsOf } from './operations.ts';
import { type Part, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('contract-well-formed');

/** `x-contract` says only what is known of its place, and a time window has one start and one end. */
export function contractWellFormed(spec: Spec): Problem[] {
  return [...writtenParts(spec).flatMap(malformed), ...halfWindows(spec)];
}

function malformed(part: Part): Problem[] {
  const contract = part.node['x-contract'];
  if (contract === undefined) return [];
  const at = joinPointer(part.pointer, 'x-contract');
  const place = placeOf(part);
  if (place === undefined) {
    return [report(at, '`x-contract` means nothing here. It belongs on an operation or a parameter.')];
  }
  const schema = contractSchemas[place];
  const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true });
  const validate = ajv.compile(schema);
  if (validate(contract)) return [];
  return (validate.errors ?? []).map((error) => {
    const { pointer, message } = toSentence(at, error, Object.keys(schema.properties));
    return report(pointer, `The contract of this ${place} is malformed: ${message}`);
  });
}

function placeOf({ kind, node }: Part): keyof typeof contractSchemas | undefined {
  if (kind === 'parameter') return node.in === 'path' ? 'path parameter' : 'parameter';
  return kind === 'operation' ? 'operation' : undefined;
}

function toSentence(
  at: string,
  error: ErrorObject,
  known: readonly string[],
): Omit<Problem, 'code' | 'severity'> & { pointer: string } {
  const key: unknown = error.params.additionalProperty;
  if (typeof key !== 'string') return { pointer: at + error.instancePath, message: `${explain([error])}.` };
  const message = `\`${key}\` is not known here; it may say ${known.join(' and ')}.${didYouMean(key, known)}`;
  return { pointer: joinPointer(at, key), message };
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
