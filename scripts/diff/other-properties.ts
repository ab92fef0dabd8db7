import { isObject } from '../model/read.ts';
import { type At, breaks, found } from './at.ts';
import type { Found, Pair } from './found.ts';
import { assertionsOf, keywordPlace, type Part, type Parts, valuesOf } from './parts.ts';

const states = ['none', 'some', 'any'] as const;

type Others = { readonly state: (typeof states)[number]; readonly keyword: string; readonly schema?: Part };

/** What properties an object may have beside those that are named. */
export function othersOf(parts: Parts): Others {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const said = valuesOf(parts, keyword);
    const schema = said.filter(isObject).find((part) => assertionsOf(part).length > 0);
    if (said.includes(false)) return { state: 'none', keyword };
    if (schema !== undefined) return { state: 'some', keyword, schema };
    if (said.length > 0) break;
  }
  return { state: 'any', keyword: 'additionalProperties' };
}

const verbs = {
  request: {
    none: 'no longer accepts other properties',
    some: 'accepts other properties of one kind only',
    any: 'now accepts any other properties',
  },
  response: {
    none: 'no longer has other properties',
    some: 'may have other properties of one kind only',
    any: 'may now have any other properties',
  },
} as const;

/** Whether an object may have others. */
export function others(parts: Pair<Parts>, at: At): Found[] {
  const [before, now] = [othersOf(parts.base), othersOf(parts.revision)];
  if (before.state === now.state) return [];
  const shift = states.indexOf(now.state) > states.indexOf(before.state) ? 'wider' : 'narrower';
  const keyword = now.state === 'any' ? before.keyword : now.keyword;
  return [
    found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) => {
      return `${name} ${verbs[at.side][now.state]}`;
    }),
  ];
}
