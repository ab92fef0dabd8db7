import type { FoundChange, Pair } from './found-change.ts';
import { keywordPlace, type Parts, valuesOf } from './parts.ts';
import { isSamePlaces } from './placed-schemas.ts';
import { isSame } from './same.ts';
import { breaks, type SchemaContext, type Shift, schemaChange } from './schema-context.ts';

/** For these keywords, the report only says that they differ. */
const opaque = [
  ...['not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas'],
  ...['propertyNames', 'patternProperties', 'prefixItems', 'contains', 'minContains'],
  ...['unevaluatedItems', 'contentSchema', 'discriminator', '$dynamicRef', 'xml'],
];

/** These affect other keywords (`additionalProperties`, `items`) or the serialization, so a new one may allow more. */
const besideOthers = ['patternProperties', 'prefixItems', 'xml'];

/** Constraints compared as a whole: a new one allows less, and a removed one allows more. */
export function constraints(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return opaque.flatMap((keyword) => {
    const [before, now] = [valuesOf(parts.base, keyword), valuesOf(parts.revision, keyword)];
    if (before.length + now.length === 0) return [];
    if (isSame(before, now, keyword) || isSamePlaces(parts, keyword)) return [];
    const { shift, verb } = changeOf(keyword, before, now);
    const place = keywordPlace(at, parts, keyword);
    return [schemaChange(at, breaks(at, shift), place, ({ name }) => `${name} ${verb} \`${keyword}\``)];
  });
}

type Values = readonly unknown[];

function changeOf(
  keyword: string,
  before: Values,
  now: Values,
): { readonly shift: Shift; readonly verb: string } {
  const isOpen = !besideOthers.includes(keyword);
  if (before.length === 0) return { shift: isOpen ? 'narrower' : 'other', verb: 'has a new' };
  if (now.length === 0) return { shift: isOpen ? 'wider' : 'other', verb: 'no longer has' };
  const shift = keyword === 'dependentRequired' ? shiftOfNeeds(before, now) : 'other';
  return { shift, verb: 'has another' };
}

/** Compares which property requires which other. */
function shiftOfNeeds(before: Values, now: Values): Shift {
  const [earlier, later] = [before, now].map((values) =>
    values.flatMap((value) => Object.entries(Object(value))).flatMap(toNeeds),
  );
  const isNarrower = earlier?.every((need) => later?.includes(need)) === true;
  const isWider = later?.every((need) => earlier?.includes(need)) === true;
  if (isNarrower) return 'narrower';
  return isWider ? 'wider' : 'other';
}

function toNeeds([name, others]: readonly [string, unknown]): string[] {
  return (Array.isArray(others) ? others : []).map((other) => JSON.stringify([name, other]));
}
