import { isObject } from '../base/read.ts';
import {
  bound,
  type Chosen,
  type Keywords,
  mostOptionalDepth,
  mostParts,
  type Search,
  type Wanted,
} from './fitting-search.ts';
import { canonical } from './json-value.ts';
import { isReadOnlyName, propertySchemas } from './read-only.ts';

/** Objects that may fit all these schemas: with the properties of the first attempt, all described ones, or only those required. */
export function* fittingObjects(search: Search, chosen: Chosen, wanted: Wanted): Generator<unknown> {
  const { start, depth } = wanted;
  const described = chosen.parts.flatMap(({ properties }) =>
    isObject(properties) ? Object.keys(properties) : [],
  );
  const started = isObject(start) ? Object.keys(start) : described;
  const choices = depth > mostOptionalDepth ? [[]] : [started, described, []];
  for (let skip = wanted.skip; skip < wanted.skip + 4; skip += 1) {
    for (const names of choices) {
      const made = objectOf(search, chosen, names, { ...wanted, skip });
      if (made !== undefined) yield made;
    }
  }
}

function objectOf(
  search: Search,
  { schemas, parts: own }: Chosen,
  optional: readonly string[],
  { start, depth, skip }: Wanted,
): unknown {
  const parts = withDependent(own, [...listOf(own, 'required'), ...optional]);
  const most = bound(parts, 'maxProperties', Math.min);
  const least = bound(parts, 'minProperties', Math.max);
  const made = new Map<string, unknown>();
  const add = (name: string): boolean => {
    const before = isObject(start) && Object.hasOwn(start, name) ? start[name] : undefined;
    const patterns = parts.flatMap(({ patternProperties }) => Object.keys(patternProperties ?? {}));
    search.steps.take(patterns.length);
    const value = search.make(schemasOfName(parts, name), { start: before, depth: depth + 1, skip });
    if (value !== undefined) made.set(name, value);
    return value !== undefined;
  };
  const isOpen = (name: string): boolean => {
    search.steps.take(schemas.length);
    return !made.has(name) && !isReadOnlyName(schemas, name);
  };
  for (const name of withNeeded(parts, listOf(parts, 'required')))
    if (isOpen(name) && !add(name)) return undefined;
  const addOptional = (name: string): void => {
    const names = withNeeded(parts, [name]).filter(isOpen);
    if (names.includes(name) && made.size + names.length <= most) names.toReversed().every(add);
  };
  optional.forEach(addOptional);
  for (const name of newNames(search, parts, least)) {
    if (made.size >= least) break;
    addOptional(name);
  }
  return Object.fromEntries(made);
}

/** The schemas that apply to a property, with those for properties that no schema names. */
function schemasOfName(parts: readonly Keywords[], name: string): unknown[] {
  const own = propertySchemas(parts, name);
  return own.length > 0 ? own : parts.flatMap(({ unevaluatedProperties }) => unevaluatedProperties ?? []);
}

/** The parts, and what `dependentSchemas` adds to them for these names. */
function withDependent(parts: readonly Keywords[], names: readonly string[]): readonly Keywords[] {
  const added = parts.flatMap(({ dependentSchemas }) =>
    isObject(dependentSchemas)
      ? names.filter((name) => Object.hasOwn(dependentSchemas, name)).map((name) => dependentSchemas[name])
      : [],
  );
  return added.length === 0 ? parts : [...parts, ...added.filter(isObject)];
}

/** The names, and those that `dependentRequired` adds to them. */
function withNeeded(parts: readonly Keywords[], given: readonly string[]): string[] {
  const names = new Set(given);
  // The loop also visits what it adds.
  for (const name of names) for (const one of listOf(parts.map(needsOf), name)) names.add(one);
  return [...names];
}

function needsOf({ dependentRequired }: Keywords): Keywords {
  return isObject(dependentRequired) ? dependentRequired : {};
}

function listOf(parts: readonly Keywords[], keyword: string): string[] {
  const lists = parts.map((part) => (Object.hasOwn(part, keyword) ? part[keyword] : undefined));
  const all = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return all.filter((name) => typeof name === 'string');
}

/** Names for properties that `minProperties` needs and nobody requires. */
function* newNames(search: Search, parts: readonly Keywords[], least: number): Generator<string> {
  if (least <= 0 || least > mostParts) return;
  yield* parts.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const patterns = parts.flatMap(({ patternProperties }) => Object.keys(patternProperties ?? {}));
  const rules = [{ type: 'string' }, ...parts.flatMap(({ propertyNames }) => propertyNames ?? [])];
  for (const pattern of patterns) yield* texts(search, [...rules, { pattern }], least, () => undefined);
  yield* texts(search, rules, least, (index) => `property${index + 1}`);
}

/** So many different texts that fit all these schemas, if there are any. */
function* texts(
  search: Search,
  schemas: readonly unknown[],
  count: number,
  startOf: (index: number) => string | undefined,
): Generator<string> {
  const taken = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const text = search.make(schemas, { start: startOf(index), depth: 0, skip: 0, taken });
    if (typeof text !== 'string') return;
    taken.add(canonical(text, search.steps));
    yield text;
  }
}
