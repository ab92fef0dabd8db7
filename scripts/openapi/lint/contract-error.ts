import Ajv2020, { type AnySchema, type ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer } from '../../base/pointer.ts';
import { isObject } from '../../base/read.ts';
import { explain } from './example-check.ts';

/** An error of one of our extensions as a sentence, with a pointer into the value. */
export type ContractError = { readonly pointer: string; readonly message: string };

/** Keeps what it compiled: compiling one of our own schemas takes longer than most specs do. */
const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true, verbose: true });

/**
 * How a value breaks the JSON schema of one of our extensions, without the errors that only follow from another one.
 * @param schema a constant: each object is compiled once
 */
export function contractErrors(schema: AnySchema, value: unknown): readonly ContractError[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  return errors.filter((error) => isOwn(error, errors)).map(toSentence);
}

/** Leaves out repetitions of other errors and the branches of a `oneOf`. Provenance has its own rule. */
function isOwn(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const { keyword, schemaPath, instancePath } = error;
  if (['if', 'propertyNames'].includes(keyword) || /\/x-(?:provenance|source)$/.test(instancePath))
    return false;
  return !errors.some(
    (other) =>
      other.keyword === 'oneOf' &&
      (schemaPath.startsWith(`${other.schemaPath}/`) ||
        (keyword === 'dependentRequired' && instancePath === other.instancePath)),
  );
}

/** Keywords for which the schema's `description` is clearer, if it is a noun phrase and not a sentence. */
const described = ['pattern', 'oneOf', 'type', 'not'];

function toSentence(error: ErrorObject): ContractError {
  const { keyword, params, parentSchema } = error;
  const pointer = joinPointer(
    error.instancePath,
    ...(error.propertyName === undefined ? [] : [error.propertyName]),
  );
  const key: unknown = params.additionalProperty;
  if (typeof key === 'string') {
    const known = Object.keys(isObject(parentSchema?.properties) ? parentSchema.properties : {}).filter(
      (name) => !name.startsWith('x-'),
    );
    const message = `\`${key}\` is not a known key here. Known keys: ${known.join(', ')}.${didYouMean(key, known)}`;
    return { pointer: joinPointer(pointer, key), message };
  }
  const description: unknown = parentSchema?.description;
  if (!described.includes(keyword) || typeof description !== 'string' || description.endsWith('.')) {
    return { pointer, message: `${explain([error])}.` };
  }
  return { pointer, message: `${pointer === '' ? 'the value' : `\`${pointer}\``} must be ${description}.` };
}
