import { type At, breaks, found, type Shift } from './at.ts';
import type { Found, Pair } from './found.ts';
import { keywordPlace, type Parts, valuesOf } from './parts.ts';
import { isSame } from './same.ts';

/** Of these it is only told whether they are the same. */
const opaque = [
  ...['not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas'],
  ...['propertyNames', 'patternProperties', 'prefixItems', 'contains', 'minContains'],
  ...['unevaluatedItems', 'contentSchema', 'discriminator'],
];

/** They also say what the others are (`additionalProperties`, `items`), so one more may allow more. */
const besideOthers = ['patternProperties', 'prefixItems'];

/** Constraints that one adds or takes away as a whole: with a new one there is less, without one there is more. */
export function constraints(parts: Pair<Parts>, at: At): Found[] {
  const say = (keyword: string, shift: Shift, says: (name: string) => string): Found =>
    found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) => says(name));
  return opaque.flatMap((keyword) => {
    const [before, now] = [valuesOf(parts.base, keyword), valuesOf(parts.revision, keyword)];
    if (isSame(before, now, keyword)) return [];
    const isOpen = !besideOthers.includes(keyword);
    if (before.length === 0)
      return [say(keyword, isOpen ? 'narrower' : 'other', (name) => `${name} has a new \`${keyword}\``)];
    if (now.length === 0)
      return [say(keyword, isOpen ? 'wider' : 'other', (name) => `${name} no longer has \`${keyword}\``)];
    return [say(keyword, 'other', (name) => `${name} has another \`${keyword}\``)];
  });
}
