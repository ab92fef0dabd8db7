import { isObject } from '../../../base/read.ts';

/**
 * The first place where what would be sent differs from what Postman returns; `undefined` if there is none. Additions by
 * Postman (ids, dates, owners, defaults) are not differences, and all kinds of empty values are equal.
 */
export function differenceIn(sent: unknown, given: unknown, place = ''): string | undefined {
  if (isNothing(sent) && isNothing(given)) return undefined;
  if (Array.isArray(sent)) {
    if (!Array.isArray(given) || sent.length !== given.length) return place;
    return first(sent.map((item, index) => () => differenceIn(item, given[index], `${place}[${index}]`)));
  }
  if (isObject(sent)) {
    if (!isObject(given)) return place;
    const entries = Object.entries(sent);
    return first(
      entries.map(
        ([key, part]) =>
          () =>
            differenceIn(part, given[key], place === '' ? key : `${place}.${key}`),
      ),
    );
  }
  // A description may be returned with its media type (Postman Collection Format v2.1.0, Description).
  return sent === (isObject(given) ? given.content : given) ? undefined : place;
}

function first(questions: readonly (() => string | undefined)[]): string | undefined {
  for (const ask of questions) {
    const found = ask();
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
