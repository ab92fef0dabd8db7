import { isObject } from '../../../base/read.ts';
import { ApiError } from './attempt.ts';

/** An object of Postman's, whose members are checked when they are read. */
export type Data = Readonly<Record<string, unknown>>;

/** The objects in a list of a response. @throws ApiError if it has no such list */
export function listIn(data: unknown, key: string): Data[] {
  const list = isObject(data) ? data[key] : undefined;
  if (!Array.isArray(list)) throw misshapen(key);
  return list.filter(isObject);
}

/** The object in a response. @throws ApiError if it has none */
export function objectIn(data: unknown, key: string): Data {
  const object = isObject(data) ? data[key] : undefined;
  if (!isObject(object)) throw misshapen(key);
  return object;
}

function misshapen(key: string): ApiError {
  return new ApiError(`a response has no \`${key}\`, which Postman's API documents. Is this Postman's API?`);
}

/** The objects of a list that may be missing. */
export function objectsOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text, or an empty one for any other value. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
