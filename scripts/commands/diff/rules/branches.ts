import { type ChangePlace, type FoundChange, type Pair, placeOf } from './found-change.ts';
import { type ComparedBranches, matchBranches, typeLabel } from './match-branches.ts';
import type { Parts, SchemaPart } from './parts.ts';
import { breaks, componentName, type SchemaContext, type Shift, schemaChange } from './schema-context.ts';
import { exclusivenessChange, type Union } from './unions.ts';

/** New and removed branches. A whole union that is new or gone is reported as one change. */
export function branches(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const { compared, alone } = matchBranches(parts, at);
  return [...compared.flatMap((one) => compareUnion(one, at)), ...compareAlone(alone, at)];
}

/** Unions without a counterpart, reported as a whole. */
function compareAlone(
  { base: [lost], revision: [gained] }: Pair<readonly Union[]>,
  at: SchemaContext,
): FoundChange[] {
  const shown = gained ?? lost;
  if (shown === undefined) return [];
  const [shift, verb] = shiftOf(lost, gained);
  const place = placeOf(at.specs, { base: lost?.part, revision: gained?.part }, shown.keyword);
  return [schemaChange(at, breaks(at, shift), place, ({ name }) => `${name} ${verb} \`${shown.keyword}\``)];
}

function shiftOf(lost: Union | undefined, gained: Union | undefined): readonly [Shift, string] {
  if (lost === undefined) return ['narrower', 'has a new'];
  return gained === undefined ? ['wider', 'no longer has'] : ['other', 'has another'];
}

function compareUnion(
  { base, revision, pairs, lost, gained }: ComparedBranches,
  at: SchemaContext,
): FoundChange[] {
  const place = placeOf(
    at.specs,
    { base: base.part, revision: revision.part },
    revision.keyword ?? base.keyword ?? 'oneOf',
  );
  const toChange = (some: readonly SchemaPart[], shift: Shift, predicate: string): FoundChange[] =>
    some.length === 0
      ? []
      : [schemaChange(at, breaks(at, shift), place, ({ name }) => `${name} ${predicate}`)];
  const [less, more] =
    at.side === 'request' ? ['no longer accepts', 'also accepts'] : ['is no longer', 'may now be'];
  const change = exclusivenessChange({ base, revision }, pairs);
  return [
    ...(change === undefined
      ? []
      : [schemaChange(at, breaks(at, change.shift), place, ({ name }) => `${name} ${change.says}`)]),
    ...toChange(lost, 'narrower', `${less} ${labels(at, lost, 'base')}`),
    ...toChange(gained, 'wider', `${more} ${labels(at, gained, 'revision')}`),
  ];
}

function labels(
  { specs }: SchemaContext,
  parts: readonly SchemaPart[],
  which: ChangePlace['written'],
): string {
  const names = parts.map((part) => {
    const name = componentName(specs[which], part);
    return name === undefined ? typeLabel(part) : `\`${name}\``;
  });
  return names.join(', ');
}
