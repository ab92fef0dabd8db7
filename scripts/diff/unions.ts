import { isObject } from '../model/read.ts';
import { type At, breaks, found } from './at.ts';
import { areDisjoint } from './disjoint.ts';
import type { Found, Pair } from './found.ts';
import { assertionsOf, keywordPlace, type Part, type Parts } from './parts.ts';
import { plainOf, unions } from './plain.ts';

/** The branches of `oneOf` and `anyOf`; where one is nothing but branches itself, they stand for it. */
export function branchesOf(parts: Parts): Part[] {
  const all = unionsOf(parts);
  return [...new Set(all.flatMap(listedIn))].filter((branch) => !all.includes(branch));
}

/** The parts, and those of their branches that are nothing but branches. */
function unionsOf(parts: Parts): Part[] {
  const all = new Set<Part>(parts);
  for (const union of all) {
    for (const branch of listedIn(union)) {
      if (isPure(branch) && listedIn(branch).length > 0) all.add(branch);
    }
  }
  return [...all];
}

/** Those that are no spelling of `type` or `enum`. */
function listedIn(part: Part): Part[] {
  return unions.flatMap((keyword) => {
    const list = part[keyword];
    return Array.isArray(list) && plainOf(part, keyword) === undefined ? list.filter(isObject) : [];
  });
}

/** Nothing but branches, and what allows nothing more or less. */
export function isPure(part: Part): boolean {
  return assertionsOf(part).every((key) => key === 'oneOf' || key === 'anyOf');
}

/** Exactly one branch, or one at least (JSON Schema Core, section 10.2.1): the same where nothing can match two. */
export function exclusiveness(parts: Pair<Parts>, at: At): Found[] {
  const [wasOne, isOne] = [parts.base, parts.revision].map(usesOneOf);
  if (wasOne === isOne || ![parts.base, parts.revision].every(overlap)) return [];
  const [keyword, other] = isOne ? ['oneOf', 'anyOf'] : ['anyOf', 'oneOf'];
  const place = keywordPlace(at, parts, keyword);
  const text = `has \`${keyword}\` instead of \`${other}\``;
  return [found(at, breaks(at, isOne ? 'narrower' : 'wider'), place, ({ name }) => `${name} ${text}`)];
}

function usesOneOf(parts: Parts): boolean {
  return unionsOf(parts).some(({ oneOf }) => oneOf !== undefined);
}

function overlap(parts: Parts): boolean {
  const branches = branchesOf(parts);
  return branches.some((branch, index) =>
    branches.slice(index + 1).some((other) => !areDisjoint(branch, other)),
  );
}
