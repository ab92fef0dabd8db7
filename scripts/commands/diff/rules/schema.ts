import { annotations } from './annotations.ts';
import { branches } from './branches.ts';
import { constraints } from './constraints.ts';
import type { FoundChange, Pair } from './found.ts';
import { singles } from './independent-keywords.ts';
import { limits } from './limits.ts';
import { matchBranches } from './match-branches.ts';
import { besideNull } from './nullable.ts';
import { others, othersOf } from './other-properties.ts';
import { type Parts, partsOf, valuesOf } from './parts.ts';
import { placedSchemas } from './placed-schemas.ts';
import { properties, propertiesOf } from './properties.ts';
import { isSame } from './same.ts';
import { type At, enter, inside } from './subject.ts';
import { values } from './values.ts';

/** Schemas that must all hold. */
type Schemas = readonly unknown[];

const rules = [values, limits, singles, constraints, properties, others, branches] as const;

/** What schemas allow, or what may come by them, that they did not before, or no longer (JSON Schema 2020-12). */
export function compareSchemas({ base, revision }: Pair<Schemas>, above: At): FoundChange[] {
  const parts = { base: partsOf(base), revision: partsOf(revision) };
  if (!above.isNew(parts) || isSame(base, revision)) return [];
  const at = enter(above, firstOf(parts));
  const forms = besideNull(parts);
  if (forms !== undefined) return compareForms(parts, forms, { ...at, isNullTold: true });
  const { isLone, pairs } = matchBranches(parts, at);
  const [lone] = isLone ? pairs : [];
  if (lone === undefined) return [...assertions(parts, at), ...annotations(parts, at)];
  const form = { base: partsOf([lone.base]), revision: partsOf([lone.revision]) };
  return [...branches(parts, at), ...compareForms(parts, form, at)];
}

function firstOf({ base, revision }: Pair<Parts>): Pair<object | undefined> {
  return { base: base[0], revision: revision[0] };
}

/** What stands for the whole, with what is said of it there or beside the branches. */
function compareForms({ base, revision }: Pair<Parts>, forms: Pair<Parts>, at: At): FoundChange[] {
  const both = {
    base: [...new Set([...base, ...forms.base])],
    revision: [...new Set([...revision, ...forms.revision])],
  };
  return [...assertions(forms, enter(at, firstOf(forms))), ...annotations(both, at)];
}

function assertions(parts: Pair<Parts>, at: At): FoundChange[] {
  return [
    ...rules.flatMap((rule) => rule(parts, at)),
    ...childrenOf(parts, at).flatMap((child) => compareSchemas(child.pair, child.at)),
  ];
}

type Child = { readonly pair: Pair<Schemas>; readonly at: At };

/** The schemas below that both have. */
function childrenOf(parts: Pair<Parts>, at: At): Child[] {
  const items = { base: valuesOf(parts.base, 'items'), revision: valuesOf(parts.revision, 'items') };
  const forms = matchBranches(parts, at).pairs.map(({ base, revision }) => ({
    pair: { base: [base], revision: [revision] },
    at,
  }));
  const placed = placedSchemas(parts).map(({ step, base, revision }) => ({
    pair: { base: [base], revision: [revision] },
    at: inside(at, step),
  }));
  return [...namedOf(parts, at), ...placed, { pair: items, at: inside(at, '[]') }, ...forms];
}

/** A property that one does not name is there one of the others, where these have a schema. */
function namedOf(parts: Pair<Parts>, at: At): Child[] {
  const [before, now] = [propertiesOf(parts.base, at), propertiesOf(parts.revision, at)];
  const [earlier, other] = [othersOf(parts.base).schema, othersOf(parts.revision).schema];
  const pairs = [...new Set([...now.keys(), ...before.keys()])].map((name) => ({
    name,
    base: before.get(name) ?? earlier,
    revision: now.get(name) ?? other,
  }));
  const all = [...pairs, { name: '*', base: earlier, revision: other }];
  return all.flatMap(({ name, base, revision }) =>
    base && revision ? [{ pair: { base, revision }, at: inside(at, name) }] : [],
  );
}
