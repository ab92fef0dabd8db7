import { isObject } from '../model/read.ts';
import { type At, breaks, componentName, found, type Shift } from './at.ts';
import type { Found, Pair, Place } from './found.ts';
import { keywordPlace, type Part, type Parts, partsOf, valuesOf } from './parts.ts';
import { texts } from './texts.ts';
import { typesOf } from './values.ts';

/** `oneOf` and `anyOf`, branch by branch: those that are alike, and those that only one description has. */
export type Branches = {
  readonly pairs: readonly Pair<Part>[];
  readonly lost: readonly Part[];
  readonly gained: readonly Part[];
  /** Whether one of the descriptions has a single form, which is one of the other's branches. */
  readonly isLone: boolean;
};

const keywords = ['oneOf', 'anyOf'] as const;

/** A schema without branches is held against those of the other description, if that is made of them alone. */
export function matchBranches(parts: Pair<Parts>, at: At): Branches {
  const [base, revision] = [branchesOf(parts.base), branchesOf(parts.revision)];
  const isLone = (own: readonly Part[], other: readonly Part[], of: Parts): boolean =>
    own.length === 0 && other.length > 0 && of.every(isPure);
  const [first] = parts.base;
  const [second] = parts.revision;
  if (first !== undefined && isLone(base, revision, parts.revision)) {
    return { ...match([first], revision, at), isLone: true };
  }
  if (second !== undefined && isLone(revision, base, parts.base)) {
    return { ...match(base, [second], at), isLone: true };
  }
  return { ...match(base, revision, at), isLone: false };
}

/** Branches that are new or gone. */
export function branches(parts: Pair<Parts>, at: At): Found[] {
  const { lost, gained } = matchBranches(parts, at);
  const keyword = [...parts.revision, ...parts.base].some(({ oneOf }) => oneOf !== undefined)
    ? 'oneOf'
    : 'anyOf';
  const place: Place = keywordPlace(at, parts, keyword);
  const [less, more] =
    at.side === 'request' ? ['no longer accepts', 'also accepts'] : ['is no longer', 'may now be'];
  const say = (shift: Shift, verb: string, which: Place['written'], some: readonly Part[]): Found[] =>
    some.length === 0
      ? []
      : [
          found(at, breaks(at, shift), place, ({ name }) => {
            return `${name} ${verb} ${some.map((part) => label(at, part, which)).join(', ')}`;
          }),
        ];
  return [...say('narrower', less, 'base', lost), ...say('wider', more, 'revision', gained)];
}

function branchesOf(parts: Parts): Part[] {
  return keywords.flatMap((keyword) =>
    valuesOf(parts, keyword).flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : [])),
  );
}

/** Nothing but branches, and what is said about them to people. */
function isPure(part: Part): boolean {
  return Object.keys(part).every(
    (key) => key === 'oneOf' || key === 'anyOf' || texts.has(key) || key.startsWith('x-'),
  );
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
  return typesOf(partsOf([part]))?.join(', ') ?? 'another form';
}

function label({ specs }: At, part: Part, which: Place['written']): string {
  const name = componentName(specs[which], part);
  return name === undefined ? typeLabel(part) : `\`${name}\``;
}
