import { isObject } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { type ChangePlace, placeOf } from './found-change.ts';
import { type ComparedBranches, matchBranches, typeLabel } from './match-branches.ts';
import type { Pair } from './pair.ts';
import { assertionsOf, type Parts, type SchemaPart } from './parts.ts';
import { isSame } from './same.ts';
import { componentName, type KeywordChange, type SchemaContext } from './schema-context.ts';
import { areDisjoint, areExclusive, type Union } from './unions.ts';
import { verbs } from './values.ts';

/** New and removed branches. A whole union that is new or gone is reported as one change. */
export function branches(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  const { compared, gone, added } = matchBranches(parts, at);
  const alone = { base: gone[0], revision: added[0] };
  return [...compared.flatMap((one) => unionChanges(one, at)), wholeChange(alone, at)];
}

function unionChanges(compared: ComparedBranches, at: SchemaContext): KeywordChange[] {
  const { base, revision, gone, added } = compared;
  const where = placeIn({ base, revision }, at);
  const verb = verbs[at.side];
  const [lost, gained] = [labels(gone, at.specs.base), labels(added, at.specs.revision)];
  return [
    exclusivenessChange(compared, where),
    gone.length > 0 && { ...where, shift: 'narrower', message: `${verb.lost} ${lost}` },
    added.length > 0 && { ...where, shift: 'wider', message: `${verb.gained} ${gained}` },
  ];
}

/** A union without a counterpart, reported as a whole. */
function wholeChange(pair: Pair<Union | undefined>, at: SchemaContext): KeywordChange {
  const where = placeIn(pair, at);
  const { base, revision } = pair;
  if (base && revision) return { ...where, shift: 'other', message: `has another \`${where.keyword}\`` };
  if (revision) return { ...where, shift: 'narrower', message: `has a new \`${where.keyword}\`` };
  return base && { ...where, shift: 'wider', message: `no longer has \`${where.keyword}\`` };
}

type Where = { readonly keyword: string; readonly place: ChangePlace };

/** The keyword of a union, in the new spec or else in the earlier one. */
function placeIn({ base, revision }: Pair<Partial<Union> | undefined>, { specs }: SchemaContext): Where {
  const keyword = revision?.keyword ?? base?.keyword ?? 'oneOf';
  return { keyword, place: placeOf(specs, { base: base?.part, revision: revision?.part }, keyword) };
}

function labels(parts: readonly SchemaPart[], spec: Spec): string {
  const names = parts.map((part) => {
    const name = componentName(spec, part);
    return name === undefined ? typeLabel(part) : `\`${name}\``;
  });
  return names.join(', ');
}

/**
 * `oneOf` needs exactly one matching branch, `anyOf` at least one (JSON Schema Core, section 10.2.1). They differ only
 * if a value can match two branches; `oneOf` rejects it.
 */
function exclusivenessChange({ base, revision, pairs }: ComparedBranches, where: Where): KeywordChange {
  if (revision.keyword === 'oneOf') {
    const within = pairs.filter((pair) => isWithin(pair.revision, pair.base));
    const old = new Set(within.map((pair) => pair.revision));
    const changed = revision.branches.filter((branch) => base.keyword === 'anyOf' || !old.has(branch));
    const isOverlapping = changed.some((branch) =>
      revision.branches.some((other) => other !== branch && !areDisjoint(branch, other)),
    );
    const message =
      base.keyword === 'anyOf'
        ? 'has `oneOf` instead of `anyOf`'
        : 'has branches of `oneOf` of which more may match at once, so that none does';
    return isOverlapping && { ...where, shift: 'narrower', message };
  }
  const isExclusive = [base, revision].some(({ branches }) => areExclusive(branches));
  if (base.keyword !== 'oneOf' || isExclusive) return undefined;
  return { ...where, shift: 'wider', message: 'has `anyOf` instead of `oneOf`' };
}

/** Beside these keywords, another one may allow more. */
const besideOthers = [
  ...['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems', 'contains'],
  ...['if', 'then', 'else'],
];

/** Whether every value that matches a branch matched the earlier one, because it has all the constraints of that. */
function isWithin(now: SchemaPart, before: SchemaPart): boolean {
  const isOpen = !Object.keys(before).some((keyword) => besideOthers.includes(keyword));
  if (!isOpen && assertionsOf(now).some((keyword) => before[keyword] === undefined)) return false;
  return assertionsOf(before).every((keyword) => {
    const [was, is] = [before[keyword], now[keyword]];
    if (keyword === 'required' && Array.isArray(was)) {
      return was.every((name) => Array.isArray(is) && is.includes(name));
    }
    if (keyword === 'properties' && isOpen && isObject(was) && isObject(is)) {
      return Object.keys(was).every((name) => isSame(was[name], is[name]));
    }
    return isSame(was, is, keyword);
  });
}
