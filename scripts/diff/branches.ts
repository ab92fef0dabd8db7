import { isObject } from '../model/read.ts';
import { type At, breaks, componentName, found, type Shift } from './at.ts';
import type { Found, Pair, Place } from './found.ts';
import { mayBeNull } from './nullable.ts';
import { keywordPlace, type Part, type Parts, partsOf } from './parts.ts';
import { branchesOf, exclusiveness, isPure } from './unions.ts';
import { typesOf } from './values.ts';

/** `oneOf` and `anyOf`, branch by branch: those that are alike, and those that only one description has. */
export type Branches = {
  readonly pairs: readonly Pair<Part>[];
  readonly lost: readonly Part[];
  readonly gained: readonly Part[];
  /** Whether one of the descriptions has a single form, which is one of the other's branches. */
  readonly isLone: boolean;
};

/** A schema without branches may be one of the other description's, if that is made of them alone. */
export function matchBranches(parts: Pair<Parts>, at: At): Branches {
  const [base, revision] = [branchesOf(parts.base), branchesOf(parts.revision)];
  const isOneSided = (base.length === 0) !== (revision.length === 0);
  const isMadeOfThem = (base.length === 0 ? parts.revision : parts.base).every(isPure);
  if (isOneSided && isMadeOfThem) {
    const matched = match(orItself(base, parts.base), orItself(revision, parts.revision), at);
    if (matched.pairs.length > 0) return { ...matched, isLone: true };
  }
  return { ...match(base, revision, at), isLone: false };
}

function orItself(branches: readonly Part[], parts: Parts): readonly Part[] {
  return branches.length > 0 ? branches : parts.slice(0, 1);
}

/** Branches that are new or gone; where there were none at all, they are a constraint like others. */
export function branches(parts: Pair<Parts>, at: At): Found[] {
  const { pairs, lost, gained } = matchBranches(parts, at);
  const keyword = [...parts.revision, ...parts.base].some(({ oneOf }) => oneOf !== undefined)
    ? 'oneOf'
    : 'anyOf';
  const say = (some: readonly Part[], shift: Shift, says: (name: string) => string): Found[] =>
    some.length === 0
      ? []
      : [found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) => says(name))];
  if (branchesOf(parts.base).length === 0 && pairs.length === 0) {
    return say(gained, 'narrower', (name) => `${name} has a new \`${keyword}\``);
  }
  if (branchesOf(parts.revision).length === 0 && pairs.length === 0) {
    return say(lost, 'wider', (name) => `${name} no longer has \`${keyword}\``);
  }
  const [less, more] =
    at.side === 'request' ? ['no longer accepts', 'also accepts'] : ['is no longer', 'may now be'];
  return [
    ...exclusiveness(parts, at),
    ...say(lost, 'narrower', (name) => `${name} ${less} ${labels(at, lost, 'base')}`),
    ...say(gained, 'wider', (name) => `${name} ${more} ${labels(at, gained, 'revision')}`),
  ];
}

/** By the component, then by what they look like, then by their types alone. */
function match(base: readonly Part[], revision: readonly Part[], at: At): Omit<Branches, 'isLone'> {
  const pairs: Pair<Part>[] = [];
  let [lost, gained] = [base, revision];
  const alike: ((part: Part, which: Place['written']) => string)[] = [
    (part, which) => componentName(at.specs[which], part) ?? signature(part),
    signature,
    typeLabel,
  ];
  for (const keyOf of alike) {
    for (const before of lost) {
      const now = gained.find((part) => keyOf(part, 'revision') === keyOf(before, 'base'));
      if (now === undefined) continue;
      pairs.push({ base: before, revision: now });
      lost = lost.filter((part) => part !== before);
      gained = gained.filter((part) => part !== now);
    }
  }
  return { pairs, lost, gained };
}

function signature(part: Part): string {
  const { properties, required, enum: values, const: value, format } = part;
  return JSON.stringify([
    typeLabel(part),
    isObject(properties) && Object.keys(properties),
    required,
    values,
    value,
    format,
  ]);
}

function typeLabel(part: Part): string {
  const parts = partsOf([part]);
  const types = typesOf(parts)?.filter((type) => type !== 'null' || mayBeNull(parts));
  return types?.join(', ') ?? 'another form';
}

function labels({ specs }: At, parts: readonly Part[], which: Place['written']): string {
  const names = parts.map((part) => {
    const name = componentName(specs[which], part);
    return name === undefined ? typeLabel(part) : `\`${name}\``;
  });
  return names.join(', ');
}
