import { isObject } from '../model/read.ts';
import { joinPointer } from '../pointer.ts';
import { type At, breaks, found, joinPath } from './at.ts';
import type { Found, Pair, Place } from './found.ts';
import { assertionsOf, keywordPlace, type Part, type Parts, partsOf, valuesOf } from './parts.ts';

/** Which properties an object has, which of them must be there, and whether it may have others. */
export function properties(parts: Pair<Parts>, at: At): Found[] {
  const [base, revision] = [propertiesOf(parts.base, at), propertiesOf(parts.revision, at)];
  const gone = [...base.keys()].filter((name) => !revision.has(name));
  const added = [...revision.keys()].filter((name) => !base.has(name));
  return [
    ...gone.map((name) =>
      found(
        at,
        true,
        placeIn(at, parts, 'base', name),
        ({ whole, path }) => `${whole} no longer has \`${joinPath(path, name)}\``,
      ),
    ),
    ...added.map((name) => toAdded(parts, at, name)),
    ...required(parts, at, [...gone, ...added]),
    ...others(parts, at),
  ];
}

/** The schemas of each property that is sent, or that comes: without `readOnly` ones in requests, `writeOnly` ones in answers. */
export function propertiesOf(parts: Parts, { side }: At): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const properties of valuesOf(parts, 'properties').filter(isObject)) {
    for (const [name, schema] of Object.entries(properties)) {
      found.set(name, [...(found.get(name) ?? []), schema]);
    }
  }
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  return new Map([...found].filter(([, schemas]) => !valuesOf(partsOf(schemas), hidden).includes(true)));
}

function placeIn({ specs }: At, parts: Pair<Parts>, written: Place['written'], name: string): Place {
  const part = parts[written].find(
    ({ properties }) => isObject(properties) && Object.hasOwn(properties, name),
  );
  const pointer = part === undefined ? '' : joinPointer(specs[written].pointerOf(part), 'properties', name);
  return { written, pointer };
}

/** An open object might always have had it; a closed one promised that nothing else comes. */
function toAdded(parts: Pair<Parts>, at: At, name: string): Found {
  const isRequired = requiredOf(parts.revision).has(name);
  const breaking = at.side === 'request' ? isRequired : othersOf(parts.base).state === 'none';
  const kind = at.side === 'request' && !isRequired ? 'new optional' : 'new required';
  const closed = breaking ? ' of a closed object' : '';
  return found(at, breaking, placeIn(at, parts, 'revision', name), ({ child }) =>
    at.side === 'request' ? `${kind} ${child(name)}` : `new property ${child(name)}${closed}`,
  );
}

function required(parts: Pair<Parts>, at: At, told: readonly string[]): Found[] {
  const [before, now] = [requiredOf(parts.base), requiredOf(parts.revision)];
  const isTold = (name: string): boolean => told.includes(name) || isHidden(parts, at, name);
  const [lost, gained] =
    at.side === 'request'
      ? ['may now be left out', 'is now required']
      : ['may now be missing', 'is now always there'];
  const place = keywordPlace(at, parts, 'required');
  const say = (breaking: boolean, name: string, predicate: string): Found =>
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

const states = ['none', 'some', 'any'] as const;

type Others = { readonly state: (typeof states)[number]; readonly keyword: string; readonly schema?: Part };

/** What properties an object may have beside those that are named. */
export function othersOf(parts: Parts): Others {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const said = valuesOf(parts, keyword);
    const schema = said.filter(isObject).find((part) => assertionsOf(part).length > 0);
    if (said.includes(false)) return { state: 'none', keyword };
    if (schema !== undefined) return { state: 'some', keyword, schema };
    if (said.length > 0) break;
  }
  return { state: 'any', keyword: 'additionalProperties' };
}

const verbs = {
  request: {
    none: 'no longer accepts other properties',
    some: 'accepts other properties of one kind only',
    any: 'now accepts any other properties',
  },
  response: {
    none: 'no longer has other properties',
    some: 'may have other properties of one kind only',
    any: 'may now have any other properties',
  },
} as const;

function others(parts: Pair<Parts>, at: At): Found[] {
  const [before, now] = [othersOf(parts.base), othersOf(parts.revision)];
  if (before.state === now.state) return [];
  const shift = states.indexOf(now.state) > states.indexOf(before.state) ? 'wider' : 'narrower';
  const keyword = now.state === 'any' ? before.keyword : now.keyword;
  return [
    found(at, breaks(at, shift), keywordPlace(at, parts, keyword), ({ name }) => {
      return `${name} ${verbs[at.side][now.state]}`;
    }),
  ];
}
