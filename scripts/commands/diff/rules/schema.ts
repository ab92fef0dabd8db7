import { annotations } from './annotations.ts';
import { branches } from './branches.ts';
import { constraints } from './constraints.ts';
import type { FoundChange, Pair } from './found-change.ts';
import { independentKeywords } from './independent-keywords.ts';
import { limits } from './limits.ts';
import { matchBranches } from './match-branches.ts';
import { nonNullForms } from './nullable.ts';
import { otherProperties, otherPropertiesOf } from './other-properties.ts';
import { type Parts, partsOf, valuesOf } from './parts.ts';
import { placedSchemas } from './placed-schemas.ts';
import { properties, propertiesOf } from './properties.ts';
import { isSame } from './same.ts';
import { enterComponent, inside, type SchemaContext } from './schema-context.ts';
import { values } from './values.ts';

/** Schemas that must all hold. */
type Schemas = readonly unknown[];

const rules = [
  values,
  limits,
  independentKeywords,
  constraints,
  properties,
  otherProperties,
  branches,
] as const;

/** Changes to the values that schemas allow (JSON Schema 2020-12). */
export function compareSchemas({ base, revision }: Pair<Schemas>, above: SchemaContext): FoundChange[] {
  const parts = { base: partsOf(base), revision: partsOf(revision) };
  if (!above.isNew(parts) || isSame(base, revision)) return [];
  const at = enterComponent(above, firstOf(parts));
  const forms = nonNullForms(parts);
  if (forms !== undefined) return compareForms(parts, forms, { ...at, isNullHandled: true });
  const { isLone, pairs } = matchBranches(parts, at);
  const [lone] = isLone ? pairs : [];
  if (lone === undefined) return [...assertions(parts, at), ...annotations(parts, at)];
  const form = { base: partsOf([lone.base]), revision: partsOf([lone.revision]) };
  return [...branches(parts, at), ...compareForms(parts, form, at)];
}

function firstOf({ base, revision }: Pair<Parts>): Pair<object | undefined> {
  return { base: base[0], revision: revision[0] };
}

/** Compares two forms that represent the whole schemas, with the annotations of both the forms and the schemas. */
function compareForms({ base, revision }: Pair<Parts>, forms: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const both = {
    base: [...new Set([...base, ...forms.base])],
    revision: [...new Set([...revision, ...forms.revision])],
  };
  return [...assertions(forms, enterComponent(at, firstOf(forms))), ...annotations(both, at)];
}

function assertions(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return [
    ...rules.flatMap((rule) => rule(parts, at)),
    ...childrenOf(parts, at).flatMap((child) => compareSchemas(child.pair, child.at)),
  ];
}

type Child = { readonly pair: Pair<Schemas>; readonly at: SchemaContext };

/** The subschemas that both have. */
function childrenOf(parts: Pair<Parts>, at: SchemaContext): Child[] {
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

/** Pairs of properties. A property that one spec does not name is paired with the schema of its additional properties. */
function namedOf(parts: Pair<Parts>, at: SchemaContext): Child[] {
  const [before, now] = [propertiesOf(parts.base, at), propertiesOf(parts.revision, at)];
  const [earlier, other] = [otherPropertiesOf(parts.base).schema, otherPropertiesOf(parts.revision).schema];
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
