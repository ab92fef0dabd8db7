import type { ChangeRule, Side } from './change-rules.ts';
import { placeOf, presence } from './found-change.ts';
import { removal } from './lifecycle.ts';
import { otherPropertiesOf, schemasForOther } from './other-properties.ts';
import { both, lostAndGained, type Pair } from './pair.ts';
import { hasOwn, itemsOf, membersOf, type Parts, partsOf, type SchemaPart, valuesOf } from './parts.ts';
import { joinPath, type KeywordChange, type SchemaContext, type SchemaSubject } from './schema-context.ts';

/** Changes to the properties of an object, and to which are required. */
export function properties(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  const { base, revision } = both(parts, (some) => [...propertiesOf(some, at).keys()]);
  const { lost: gone, gained: added } = lostAndGained(base, revision);
  return [
    ...gone.map((name) => toGone(parts, at, name)),
    ...added.map((name) => toAdded(parts, at, name)),
    ...required(parts, at, [...gone.filter((name) => !isCovered(parts, at, name)), ...added]),
  ];
}

/**
 * The schemas of each property that is sent or received: without those that `false` forbids, `readOnly` ones in requests
 * and `writeOnly` ones in responses. For a part that does not name a property, it is an additional one.
 */
export function propertiesOf(parts: Parts, { side }: SchemaContext): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [name, schema] of membersOf(parts, 'properties')) {
    found.set(name, [...(found.get(name) ?? []), schema]);
  }
  for (const [name, schemas] of found) schemas.push(...schemasForOther(parts, 'properties', name));
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  const isAllowed = (schemas: readonly unknown[]): boolean =>
    !schemas.includes(false) && !valuesOf(partsOf(schemas), hidden).includes(true);
  return new Map([...found].filter(([, schemas]) => isAllowed(schemas)));
}

/** Whether it is an additional property now, whose schema is then compared with the earlier one. */
function isCovered(parts: Pair<Parts>, at: SchemaContext, name: string): boolean {
  return otherPropertiesOf(parts.revision).schema !== undefined && !isHidden(parts, at, name);
}

function toGone(parts: Pair<Parts>, at: SchemaContext, name: string): KeywordChange {
  const isOther = isCovered(parts, at, name);
  const schemas = valuesOf(parts.base, 'properties').flatMap((all) => (hasOwn(all, name) ? [all[name]] : []));
  const said: SchemaPart = Object.assign({}, ...partsOf(schemas));
  const gone = removal(at.specs, `${at.side}-property`, '', said);
  return {
    keyword: 'properties',
    place: placeOf(at.specs, { base: naming(parts.base, name) }, 'properties', name),
    shift: isOther ? 'none' : 'other',
    rule: isOther ? `${at.side}-property-generalized` : gone.rule,
    message: ({ whole, path, child }) =>
      isOther
        ? `${child(name)} is now one of the other properties`
        : `${whole} no longer has \`${joinPath(path, name)}\`${gone.text}`,
  };
}

/** An open object might always have had the property; a closed one promised not to. */
function toAdded(parts: Pair<Parts>, at: SchemaContext, name: string): KeywordChange {
  const isRequest = at.side === 'request';
  const isRequired = requiredOf(parts.revision).includes(name);
  const isBreaking = isRequest ? isRequired : otherPropertiesOf(parts.base).state === 'none';
  const kind = isRequired ? 'new required' : 'new optional';
  const closed = isBreaking ? ' of a closed object' : '';
  return {
    keyword: 'properties',
    place: placeOf(at.specs, { revision: naming(parts.revision, name) }, 'properties', name),
    shift: isBreaking ? 'other' : 'none',
    rule: addedRule(at.side, isBreaking),
    message: ({ child }) => (isRequest ? `${kind} ${child(name)}` : `new property ${child(name)}${closed}`),
  };
}

function addedRule(side: Side, isBreaking: boolean): ChangeRule {
  if (!isBreaking) return `${side}-property-added`;
  return side === 'request' ? 'request-property-added-required' : 'response-property-added-to-closed';
}

/** Which properties became required, and which no longer are, besides those that are reported already. */
function required(parts: Pair<Parts>, at: SchemaContext, reported: readonly string[]): KeywordChange[] {
  const { base, revision } = both(parts, requiredOf);
  const { lost, gained } = lostAndGained(base, revision);
  const rows = [
    { names: gained, shift: 'narrower', need: 'required' },
    { names: lost, shift: 'wider', need: 'optional' },
  ] as const;
  return rows.flatMap(({ names, shift, need }) =>
    names
      .filter((name) => !reported.includes(name) && !isHidden(parts, at, name))
      .map((name) => ({
        keyword: 'required',
        rule: `${at.side}-property-${need}` as const,
        shift,
        message: ({ child }: SchemaSubject) => `${child(name)} ${presence[at.side][need]}`,
      })),
  );
}

/** Whether the property is described, but only for the other direction. */
function isHidden({ revision }: Pair<Parts>, at: SchemaContext, name: string): boolean {
  return naming(revision, name) !== undefined && !propertiesOf(revision, at).has(name);
}

/** The part that describes the property. */
function naming(parts: Parts, name: string): SchemaPart | undefined {
  return parts.find(({ properties }) => hasOwn(properties, name));
}

function requiredOf(parts: Parts): string[] {
  return [...new Set(itemsOf(parts, 'required').map(String))];
}
