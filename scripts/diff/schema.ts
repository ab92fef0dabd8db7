import { annotations } from './annotations.ts';
import { type At, enter, inside } from './at.ts';
import { branches, matchBranches } from './branches.ts';
import { constraints } from './constraints.ts';
import type { Found, Pair } from './found.ts';
import { limits } from './limits.ts';
import { type Parts, partsOf, valuesOf } from './parts.ts';
import { othersOf, properties, propertiesOf } from './properties.ts';
import { values } from './values.ts';

/** Schemas that must all hold. */
type Schemas = readonly unknown[];

const rules = [values, limits, constraints, properties] as const;

/** What schemas allow, or what may come by them, that they did not before, or no longer (JSON Schema 2020-12). */
export function compareSchemas({ base, revision }: Pair<Schemas>, above: At): Found[] {
  const parts = { base: partsOf(base), revision: partsOf(revision) };
  if (!above.isNew(parts)) return [];
  const at = enter(above, parts.revision[0]);
  const { isLone } = matchBranches(parts, at);
  return [
    ...(isLone ? [] : rules.flatMap((rule) => rule(parts, at))),
    ...branches(parts, at),
    ...annotations(parts, at),
    ...childrenOf(parts, at).flatMap((child) => compareSchemas(child.pair, child.at)),
  ];
}

type Child = { readonly pair: Pair<Schemas>; readonly at: At };

/** The schemas below that both have. */
function childrenOf(parts: Pair<Parts>, at: At): Child[] {
  const before = propertiesOf(parts.base, at);
  const named = [...propertiesOf(parts.revision, at)].flatMap(([name, schemas]): Child[] => {
    const base = before.get(name);
    return base === undefined ? [] : [{ pair: { base, revision: schemas }, at: inside(at, name) }];
  });
  const [other, others] = [othersOf(parts.base).schema, othersOf(parts.revision).schema];
  const further =
    other && others ? [{ pair: { base: [other], revision: [others] }, at: inside(at, '*') }] : [];
  const items = { base: valuesOf(parts.base, 'items'), revision: valuesOf(parts.revision, 'items') };
  const forms = matchBranches(parts, at).pairs.map(({ base, revision }) => ({
    pair: { base: [base], revision: [revision] },
    at,
  }));
  return [...named, ...further, { pair: items, at: inside(at, '[]') }, ...forms];
}
