import { parsePointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';

/** Whether each valid body has a value other than null at the pointer. */
export function isAlwaysPresent(schema: unknown, pointer: string): boolean {
  return isCertain(schema, parsePointer(pointer));
}

function isCertain(schema: unknown, [name, ...rest]: readonly string[]): boolean {
  const parts = withParts(schema);
  if (name === undefined) return parts.some(isNotNull);
  const isRequired = parts.some(({ required }) => Array.isArray(required) && required.includes(name));
  return (
    isRequired && parts.some(({ properties }) => isObject(properties) && isCertain(properties[name], rest))
  );
}

type Schema = Readonly<Record<string, unknown>>;

/** The schema and its `allOf` parts. No branch of `anyOf` or `oneOf` is certain to apply. */
function withParts(schema: unknown): readonly Schema[] {
  const found = new Set<Schema>();
  const add = (part: unknown): void => {
    if (!isObject(part) || found.has(part)) return;
    found.add(part);
    if (Array.isArray(part.allOf)) part.allOf.forEach(add);
  };
  add(schema);
  return [...found];
}

function isNotNull({ type, enum: values }: Schema): boolean {
  const types = [type ?? []].flat();
  return (types.length > 0 && !types.includes('null')) || (Array.isArray(values) && !values.includes(null));
}
