import { joinPointer } from '../../../base/pointer.ts';
import { isObject } from '../../../base/read.ts';
import type { ChangePlace, FoundChange, Pair } from './found.ts';
import { othersOf, saidOfOthers } from './other-properties.ts';
import { keywordPlace, type Parts, partsOf, valuesOf } from './parts.ts';
import { type At, found, joinPath } from './subject.ts';

/** Which properties an object has, and which of them must be there. */
export function properties(parts: Pair<Parts>, at: At): FoundChange[] {
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
 * The schemas of each property that is sent, or that comes: without what is forbidden by `false`, `readOnly` ones in
 * requests, and `writeOnly` ones in answers. To a part that does not name it, it is one of the others.
 */
export function propertiesOf(parts: Parts, { side }: At): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const properties of valuesOf(parts, 'properties').filter(isObject)) {
    for (const [name, schema] of Object.entries(properties)) {
      found.set(name, [...(found.get(name) ?? []), schema]);
    }
  }
  for (const [name, schemas] of found) schemas.push(...saidOfOthers(parts, 'properties', name));
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  const isAllowed = (schemas: readonly unknown[]): boolean =>
    !schemas.includes(false) && !valuesOf(partsOf(schemas), hidden).includes(true);
  return new Map([...found].filter(([, schemas]) => isAllowed(schemas)));
}

function placeIn(
  { specs }: At,
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

/** Whether it is one of the others now; what these are is compared with what it was. */
function isCovered(parts: Pair<Parts>, at: At, name: string): boolean {
  return othersOf(parts.revision).schema !== undefined && !isHidden(parts, at, name);
}

function toGone(parts: Pair<Parts>, at: At, name: string): FoundChange {
  const isOther = isCovered(parts, at, name);
  return found(at, !isOther, placeIn(at, parts, 'base', name), ({ whole, path, child }) =>
    isOther
      ? `${child(name)} is now one of the other properties`
      : `${whole} no longer has \`${joinPath(path, name)}\``,
  );
}

/** An open object might always have had it; a closed one promised that nothing else comes. */
function toAdded(parts: Pair<Parts>, at: At, name: string): FoundChange {
  const isRequired = requiredOf(parts.revision).has(name);
  const breaking = at.side === 'request' ? isRequired : othersOf(parts.base).state === 'none';
  const kind = at.side === 'request' && !isRequired ? 'new optional' : 'new required';
  const closed = breaking ? ' of a closed object' : '';
  return found(at, breaking, placeIn(at, parts, 'revision', name), ({ child }) =>
    at.side === 'request' ? `${kind} ${child(name)}` : `new property ${child(name)}${closed}`,
  );
}

function required(parts: Pair<Parts>, at: At, told: readonly string[]): FoundChange[] {
  const [before, now] = [requiredOf(parts.base), requiredOf(parts.revision)];
  const isTold = (name: string): boolean => told.includes(name) || isHidden(parts, at, name);
  const [lost, gained] =
    at.side === 'request'
      ? ['may now be left out', 'is now required']
      : ['may now be missing', 'is now always there'];
  const place = keywordPlace(at, parts, 'required');
  const say = (breaking: boolean, name: string, predicate: string): FoundChange =>
    found(at, breaking, place, ({ child }) => `${child(name)} ${predicate}`);
  return [
    ...[...now]
      .filter((name) => !before.has(name) && !isTold(name))
      .map((name) => say(at.side === 'request', name, gained)),
    ...[...before]
      .filter((name) => !now.has(name) && !isTold(name))
      .map((name) => say(at.side === 'response', name, lost)),
  ];
}

/** Described, but not in this direction. */
function isHidden({ revision }: Pair<Parts>, at: At, name: string): boolean {
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
