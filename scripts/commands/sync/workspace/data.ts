import { isObject } from '../../../base/read.ts';
import { ApiError } from './api-error.ts';

/** An object of Postman's, of which only what is asked for is known. */
export type Data = Readonly<Record<string, unknown>>;

/** The objects in a list of an answer; @throws ApiError when it has no such list */
export function listIn(data: unknown, key: string): Data[] {
  const list = isObject(data) ? data[key] : undefined;
  if (!Array.isArray(list)) throw misshapen(key);
  return list.filter(isObject);
}

/** The object in an answer; @throws ApiError when it has none */
export function objectIn(data: unknown, key: string): Data {
  const object = isObject(data) ? data[key] : undefined;
  if (!isObject(object)) throw misshapen(key);
  return object;
}

function misshapen(key: string): ApiError {
  return new ApiError(`an answer has no \`${key}\` as Postman's API documents it: is this Postman's API?`);
}

/** The objects of a list that may be missing. */
export function objectsOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
