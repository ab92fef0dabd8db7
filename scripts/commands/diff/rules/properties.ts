import { joinPointer } from '../../../base/pointer.ts';
import { isObject } from '../../../base/read.ts';
import type { ChangePlace, FoundChange, Pair } from './found-change.ts';
import { otherPropertiesOf, schemasForOther } from './other-properties.ts';
import { keywordPlace, type Parts, partsOf, valuesOf } from './parts.ts';
import { joinPath, type SchemaContext, schemaChange } from './schema-context.ts';

/** Changes to the properties of an object, and to which are required. */
export function properties(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [base, revision] = [propertiesOf(parts.base, at), propertiesOf(parts.revision, at)];
  const gone = [...base.keys()].filter((name) => !revision.has(name));
  const added = [...revision.keys()].filter((name) => !base.has(name));
  const covered = gone.filter((name) => isCovered(parts, at, name));
  return [
    ...gone.map((name) => toGone(parts, at, name)),
    ...added.map((name) => toAdded(parts, at, name)),
    ...required(parts, at, [...gone.filter((name) => !covered.includes(name)), ...added]),
  ];
}

/**
 * The schemas of each property that is sent or received: without those that `false` forbids, `readOnly` ones in requests
 * and `writeOnly` ones in responses. For a part that does not name a property, it is an additional one.
 */
export function propertiesOf(parts: Parts, { side }: SchemaContext): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const properties of valuesOf(parts, 'properties').filter(isObject)) {
    for (const [name, schema] of Object.entries(properties)) {
      found.set(name, [...(found.get(name) ?? []), schema]);
    }
  }
  for (const [name, schemas] of found) schemas.push(...schemasForOther(parts, 'properties', name));
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  const isAllowed = (schemas: readonly unknown[]): boolean =>
    !schemas.includes(false) && !valuesOf(partsOf(schemas), hidden).includes(true);
  return new Map([...found].filter(([, schemas]) => isAllowed(schemas)));
}

function placeIn(
  { specs }: SchemaContext,
  parts: Pair<Parts>,
  written: ChangePlace['written'],
  name: string,
): ChangePlace {
  const part = parts[written].find(
    ({ properties }) => isObject(properties) && Object.hasOwn(properties, name),
  );
  const pointer = part === undefined ? '' : joinPointer(specs[written].pointerOf(part), 'properties', name);
  return { written, pointer };
}

/** Whether it is an additional property now, whose schema is then compared with the earlier one. */
function isCovered(parts: Pair<Parts>, at: SchemaContext, name: string): boolean {
  return otherPropertiesOf(parts.revision).schema !== undefined && !isHidden(parts, at, name);
}

function toGone(parts: Pair<Parts>, at: SchemaContext, name: string): FoundChange {
  const isOther = isCovered(parts, at, name);
  return schemaChange(at, !isOther, placeIn(at, parts, 'base', name), ({ whole, path, child }) =>
    isOther
      ? `${child(name)} is now one of the other properties`
      : `${whole} no longer has \`${joinPath(path, name)}\``,
  );
}

/** An open object might always have had the property; a closed one promised not to. */
function toAdded(parts: Pair<Parts>, at: SchemaContext, name: string): FoundChange {
  const isRequired = requiredOf(parts.revision).has(name);
  const breaking = at.side === 'request' ? isRequired : otherPropertiesOf(parts.base).state === 'none';
  const kind = at.side === 'request' && !isRequired ? 'new optional' : 'new required';
  const closed = breaking ? ' of a closed object' : '';
  return schemaChange(at, breaking, placeIn(at, parts, 'revision', name), ({ child }) =>
    at.side === 'request' ? `${kind} ${child(name)}` : `new property ${child(name)}${closed}`,
  );
}

function required(parts: Pair<Parts>, at: SchemaContext, reported: readonly string[]): FoundChange[] {
  const [before, now] = [requiredOf(parts.base), requiredOf(parts.revision)];
  const isReported = (name: string): boolean => reported.includes(name) || isHidden(parts, at, name);
  const [lost, gained] =
    at.side === 'request'
      ? ['may now be left out', 'is now required']
      : ['may now be missing', 'is now always there'];
  const place = keywordPlace(at, parts, 'required');
  const toChange = (breaking: boolean, name: string, predicate: string): FoundChange =>
    schemaChange(at, breaking, place, ({ child }) => `${child(name)} ${predicate}`);
  return [
    ...[...now]
      .filter((name) => !before.has(name) && !isReported(name))
      .map((name) => toChange(at.side === 'request', name, gained)),
    ...[...before]
      .filter((name) => !now.has(name) && !isReported(name))
      .map((name) => toChange(at.side === 'response', name, lost)),
  ];
}

/** Whether the property is described, but only for the other direction. */
function isHidden({ revision }: Pair<Parts>, at: SchemaContext, name: string): boolean {
  const isDescribed = valuesOf(revision, 'properties').some(
    (some) => isObject(some) && Object.hasOwn(some, name),
  );
  return isDescribed && !propertiesOf(revision, at).has(name);
}

function requiredOf(parts: Parts): ReadonlySet<string> {
  return new Set(
    valuesOf(parts, 'required').flatMap((names) => (Array.isArray(names) ? names.map(String) : [])),
  );
}
