import { isObject } from '../../../base/read.ts';
import { type Data, objectsOf, textOf } from './data.ts';
import { partsOf } from './parts.ts';

/** How a collection in Postman differs from what would be sent. */
export type PlannedChanges = {
  /** A line for each part that an update adds (`+`) or changes (`~`). */
  readonly changes: readonly string[];
  /** The paths of folders, requests and saved examples that only Postman has. */
  readonly removed: readonly string[];
  /** What somebody added to the other parts. This alone is not a reason for an update, but an update deletes it. */
  readonly additions: readonly string[];
};

/** Compares a collection with the one in Postman, without their variables. */
export function changesIn(sent: Data, given: Data): PlannedChanges {
  const [ours, theirs] = [partsOf(sent), partsOf(given)];
  const added = [...ours.keys()].filter((path) => !theirs.has(path));
  const removed = outermost([...theirs.keys()].filter((path) => !ours.has(path)));
  const both = [...ours].flatMap(([path, part]) => {
    const other = theirs.get(path);
    return other === undefined ? [] : [{ path, part, other }];
  });
  const changed = both.flatMap(({ path, part, other }) => {
    const place = differenceIn(part, other);
    return place === undefined ? [] : [`~ ${path === '' ? place : `${path}: ${place}`}`];
  });
  const additions = both.flatMap(({ path, part, other }) =>
    additionsIn(part, other).map((what) => `${what} of ${path || 'the collection'}`),
  );
  const changes = [...outermost(added).map((path) => `+ ${path}`), ...changed];
  const isReordered =
    changes.length + removed.length === 0 && [...ours.keys()].join('\n') !== [...theirs.keys()].join('\n');
  return { changes: isReordered ? ['~ the order of requests'] : changes, removed, additions };
}

/** The paths without those inside another one: a folder includes its contents. */
function outermost(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other} / `)));
}

/**
 * The first place where what would be sent differs from what Postman returns; `undefined` if there is none. Additions by
 * Postman (ids, dates, owners, defaults) are not differences, and all kinds of empty values are equal.
 */
export function differenceIn(sent: unknown, given: unknown, place = ''): string | undefined {
  if (isNothing(sent) && isNothing(given)) return undefined;
  if (Array.isArray(sent)) {
    if (!Array.isArray(given) || sent.length !== given.length) return place;
    return first(sent.entries(), ([index, item]) => differenceIn(item, given[index], `${place}[${index}]`));
  }
  if (isObject(sent)) {
    if (!isObject(given)) return place;
    return first(Object.entries(sent), ([key, part]) => differenceIn(part, given[key], placeIn(place, key)));
  }
  // A description may be returned with its media type (Postman Collection Format v2.1.0, Description).
  return sent === (isObject(given) ? given.content : given) ? undefined : place;
}

function placeIn(parent: string, key: string): string {
  return parent === '' ? key : `${parent}.${key}`;
}

/** The first place that is found for one of the parts. */
function first<T>(parts: Iterable<T>, find: (part: T) => string | undefined): string | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The keys of the Collection Format v2.1.0 that hold people's work in a folder, request, saved example or header. The
 * others are ids, dates, owners and defaults of Postman's.
 */
const work = [
  ...['auth', 'body', 'certificate', 'description', 'disabled', 'event', 'header', 'protocolProfileBehavior'],
  ...['proxy', 'query', 'variable'],
];

/** Keys whose values have such keys in turn. */
const holders = ['info', 'originalRequest', 'request', 'url'];

/** What somebody added to a part where nothing is sent, which is not a difference: `auth`, `header X-Own`. */
export function additionsIn(sent: Data, given: Data): string[] {
  return [
    ...work.flatMap((key) => additionsAt(key, sent[key], given[key])),
    ...holders.flatMap((key) => {
      const [ours, theirs] = [sent[key], given[key]];
      return isObject(theirs) ? additionsIn(isObject(ours) ? ours : {}, theirs) : [];
    }),
  ];
}

function additionsAt(key: string, sent: unknown, given: unknown): string[] {
  if (isBlank(given)) return [];
  if (!Array.isArray(given)) return isBlank(sent) ? [key] : [];
  const ours = [...objectsOf(sent)];
  return objectsOf(given).flatMap((one) => {
    const name = `${key} ${nameOf(one)}`.trimEnd();
    const at = ours.findIndex((other) => nameOf(other) === nameOf(one));
    const [same] = at < 0 ? [] : ours.splice(at, 1);
    if (same === undefined) return isBlank(one) ? [] : [name];
    return additionsIn(same, one).map((what) => `${name}: ${what}`);
  });
}

/** The name of a header, parameter or variable, or the event of a script. */
function nameOf({ key, listen }: Data): string {
  return textOf(key) || textOf(listen);
}

/** Postman itself adds scripts without a line, bodies without text, and descriptions that have only a type. */
function isBlank(value: unknown): boolean {
  if (!isObject(value)) return value === false || isNothing(value);
  const { listen, script, mode, content } = value;
  if (listen !== undefined) return isBlankScript(script);
  if (typeof mode === 'string') return isNothing(value[mode]);
  return content === undefined ? isNothing(value) : isNothing(content);
}

function isBlankScript(script: unknown): boolean {
  const { exec } = isObject(script) ? script : {};
  return [exec].flat().join('').trim() === '';
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
