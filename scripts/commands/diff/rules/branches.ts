import { type ChangePlace, type FoundChange, type Pair, placeOf } from './found.ts';
import { type ComparedBranches, matchBranches, typeLabel } from './match-branches.ts';
import type { Parts, SchemaPart } from './parts.ts';
import { type At, breaks, componentName, found, type Shift } from './subject.ts';
import { exclusiveness, type Union } from './unions.ts';

/** Branches that are new or gone; where there were none at all, they are a constraint like others. */
export function branches(parts: Pair<Parts>, at: At): FoundChange[] {
  const { compared, alone } = matchBranches(parts, at);
  return [...compared.flatMap((one) => compareUnion(one, at)), ...compareAlone(alone, at)];
}

/** What is allowed by several unions at once is not told branch by branch. */
function compareAlone({ base: [lost], revision: [gained] }: Pair<readonly Union[]>, at: At): FoundChange[] {
  const shown = gained ?? lost;
  if (shown === undefined) return [];
  const [shift, verb] = shiftOf(lost, gained);
  const place = placeOf(at.specs, { base: lost?.part, revision: gained?.part }, shown.keyword);
  return [found(at, breaks(at, shift), place, ({ name }) => `${name} ${verb} \`${shown.keyword}\``)];
}

function shiftOf(lost: Union | undefined, gained: Union | undefined): readonly [Shift, string] {
  if (lost === undefined) return ['narrower', 'has a new'];
  return gained === undefined ? ['wider', 'no longer has'] : ['other', 'has another'];
}

function compareUnion({ base, revision, pairs, lost, gained }: ComparedBranches, at: At): FoundChange[] {
  const place = placeOf(
    at.specs,
    { base: base.part, revision: revision.part },
    revision.keyword ?? base.keyword ?? 'oneOf',
  );
  const say = (some: readonly SchemaPart[], shift: Shift, predicate: string): FoundChange[] =>
    some.length === 0 ? [] : [found(at, breaks(at, shift), place, ({ name }) => `${name} ${predicate}`)];
  const [less, more] =
    at.side === 'request' ? ['no longer accepts', 'also accepts'] : ['is no longer', 'may now be'];
  const change = exclusiveness({ base, revision }, pairs);
  return [
    ...(change === undefined
      ? []
      : [found(at, breaks(at, change.shift), place, ({ name }) => `${name} ${change.says}`)]),
    ...say(lost, 'narrower', `${less} ${labels(at, lost, 'base')}`),
    ...say(gained, 'wider', `${more} ${labels(at, gained, 'revision')}`),
  ];
}

function labels({ specs }: At, parts: readonly SchemaPart[], which: ChangePlace['written']): string {
  const names = parts.map((part) => {
    const name = componentName(specs[which], part);
    return name === undefined ? typeLabel(part) : `\`${name}\``;
  });
  return names.join(', ');
}
