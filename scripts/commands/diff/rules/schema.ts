import { annotations } from './annotations.ts';
import { branches } from './branches.ts';
import { constraints, prefixSchemas } from './constraints.ts';
import { type ChangePlace, type FoundChange, placeOf } from './found-change.ts';
import { limits } from './limits.ts';
import { matchBranches } from './match-branches.ts';
import { otherProperties, otherPropertiesOf } from './other-properties.ts';
import { both, type Pair } from './pair.ts';
import { type Parts, partsOf, valuesOf } from './parts.ts';
import { patternProperties, patternSchemas } from './pattern-properties.ts';
import { properties, propertiesOf } from './properties.ts';
import { isSame } from './same.ts';
import {
  createIsNew,
  enterComponent,
  inside,
  type KeywordChange,
  type SchemaContext,
  schemaChange,
} from './schema-context.ts';
import { nonNullForms } from './unions.ts';
import { extensibleValues, values } from './values.ts';

/** Schemas that must all hold. */
type Schemas = readonly unknown[];

type Rule = (parts: Pair<Parts>, at: SchemaContext) => KeywordChange[];

const assertions: readonly Rule[] = [
  values,
  extensibleValues,
  limits,
  (parts, at) => constraints(parts, (pair) => isEquivalent(pair, at)),
  properties,
  patternProperties,
  otherProperties,
  branches,
];

/** Changes to the values that schemas allow (JSON Schema 2020-12). */
export function compareSchemas({ base, revision }: Pair<Schemas>, above: SchemaContext): FoundChange[] {
  const parts = { base: partsOf(base), revision: partsOf(revision) };
  if (!above.isNew(parts) || isSame(base, revision)) return [];
  const at = enterComponent(
    above,
    both(parts, ([first]) => first),
  );
  const forms = nonNullForms(parts);
  if (forms !== undefined) return compareForms(parts, forms, { ...at, isNullHandled: true });
  const { lone } = matchBranches(parts, at);
  if (lone === undefined) return [...compareParts(parts, at), ...apply([annotations], parts, at)];
  return [
    ...apply([branches], parts, at),
    ...compareForms(
      parts,
      both(lone, (one) => partsOf([one])),
      at,
    ),
  ];
}

/** Compares two forms that represent the whole schemas, with the annotations of both the forms and the schemas. */
function compareForms(parts: Pair<Parts>, forms: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const all = {
    base: [...new Set([...parts.base, ...forms.base])],
    revision: [...new Set([...parts.revision, ...forms.revision])],
  };
  const inForms = enterComponent(
    at,
    both(forms, ([first]) => first),
  );
  return [...compareParts(forms, inForms), ...apply([annotations], all, at)];
}

function compareParts(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return [
    ...apply(assertions, parts, at),
    ...childrenOf(parts, at).flatMap((child) => compareSchemas(child.pair, child.at)),
  ];
}

/** Whether no rule finds a change. Pairs that are being compared count as equal, because schemas can be recursive. */
function isEquivalent(pair: Pair<unknown>, at: SchemaContext): boolean {
  const probe = at.isProbe === true ? at : { ...at, isProbe: true, isNew: createIsNew() };
  return (
    compareSchemas(
      both(pair, (schema) => [schema]),
      probe,
    ).length === 0
  );
}

/** The changes that rules find. */
function apply(rules: readonly Rule[], parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const changes = rules
    .flatMap((rule) => rule(parts, at))
    .filter((change) => change !== false && change !== undefined);
  return changes.map((change) =>
    schemaChange(at, change.place ?? keywordPlace(at, parts, change.keyword), change),
  );
}

/** The location of a keyword, or of the schema if neither spec has the keyword. */
function keywordPlace({ specs }: SchemaContext, parts: Pair<Parts>, keyword: string): ChangePlace {
  const { base, revision } = both(parts, (some) => some.find((part) => part[keyword] !== undefined));
  return base === undefined && revision === undefined
    ? placeOf(specs, { base: parts.base[0], revision: parts.revision[0] })
    : placeOf(specs, { base, revision }, keyword);
}

type Child = { readonly pair: Pair<Schemas>; readonly at: SchemaContext };

/** The subschemas that both have. */
function childrenOf(parts: Pair<Parts>, at: SchemaContext): Child[] {
  const one = (pair: Pair<unknown>): Pair<Schemas> => both(pair, (schema) => [schema]);
  const { compared } = matchBranches(parts, at);
  return [
    ...namedOf(parts, at),
    ...patternSchemas(parts).map(({ step, pair }) => ({ pair, at: inside(at, step) })),
    ...prefixSchemas(parts).map(({ step, pair }) => ({ pair: one(pair), at: inside(at, step) })),
    { pair: both(parts, (some) => valuesOf(some, 'items')), at: inside(at, '[]') },
    ...compared.flatMap(({ pairs }) => pairs.map((pair) => ({ pair: one(pair), at }))),
  ];
}

/** Pairs of properties. A property that one spec does not name is paired with the schema of its additional properties. */
function namedOf(parts: Pair<Parts>, at: SchemaContext): Child[] {
  const { base: before, revision: now } = both(parts, (some) => propertiesOf(some, at));
  const { base: earlier, revision: other } = both(parts, (some) => otherPropertiesOf(some).schema);
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
