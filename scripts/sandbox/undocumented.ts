import type { Described } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { show } from './clause-result.ts';
import { limitOutcomes } from './limit-outcomes.ts';
import { memberOf } from './numbers.ts';
import { join } from './value-at.ts';

/** A part of the body, its path, and the entry that describes it. */
type DescribedPart = { readonly value: unknown; readonly path: string; readonly number: number };

/** An object whose properties are named in the spec, and those that are not. */
type Judged = { readonly unnamed: readonly Unnamed[] };

type Unnamed = { readonly key: string; readonly path: string; readonly value: unknown };

/**
 * Properties that no schema names. A schema that says nothing about other properties allows them (JSON Schema 2020-12), so
 * they break no clause; but readers of the spec do not know them: drift.
 * @param number the entry that describes the value
 */
export function checkUndocumented(
  value: unknown,
  number: number,
  described: readonly Described[],
  pointer: string,
): Outcome[] {
  const judged = judgeAll({ value, number, path: '' }, described);
  const groups = new Map<string, Unnamed[]>();
  for (const unnamed of judged.flatMap((one) => one.unnamed)) {
    const group = groups.get(unnamed.key);
    if (group === undefined) groups.set(unnamed.key, [unnamed]);
    else group.push(unnamed);
  }
  const found = [...groups.values()].flatMap((group) => toOutcome(group, pointer));
  if (found.length > 0) return limitOutcomes(found, 'properties that are not described');
  const held: Outcome = { check: 'undocumented', verdict: 'passed', message: 'it has none', pointer };
  return judged.length > 0 ? [held] : [];
}

function judgeAll(part: DescribedPart, described: readonly Described[]): Judged[] {
  const entry = described[part.number];
  if (entry === undefined || typeof part.value !== 'object' || part.value === null) return [];
  const own = Array.isArray(part.value) ? [] : judge(part, part.value, entry);
  return [...own, ...partsOf(part, part.value, entry).flatMap((inside) => judgeAll(inside, described))];
}

function judge(
  { number, path }: DescribedPart,
  object: object,
  { properties, patterns, open }: Described,
): Judged[] {
  if ((properties === undefined && patterns === undefined) || open) return [];
  const unnamed = Object.keys(object)
    .filter((name) => !has(properties || {}, name) && matching(patterns, name).length === 0)
    .map((name) => ({
      key: `${number} ${name}`,
      path: join(path, name),
      value: memberOf(object, name),
    }));
  return [{ unnamed }];
}

function partsOf(
  { path }: DescribedPart,
  value: object,
  { properties = {}, items = -1, patterns, others = -1 }: Described,
): DescribedPart[] {
  return Object.keys(value).flatMap((name) => {
    const known = has(properties, name) ? [properties[name] ?? -1] : [];
    const named = [...known, ...matching(patterns, name)];
    const numbers = named.length > 0 ? named : [others];
    return (Array.isArray(value) ? [items] : numbers)
      .filter((number) => number >= 0)
      .map((number) => ({ value: Reflect.get(value, name), path: join(path, name), number }));
  });
}

/** The entries of the patterns that a name matches. */
function matching(patterns: Described['patterns'] = {}, name: string): number[] {
  return Object.keys(patterns)
    .filter((pattern) => new RegExp(pattern, 'u').test(name))
    .map((pattern) => patterns[pattern] ?? -1);
}

function has(names: object, name: string): boolean {
  return Object.hasOwn(names, name);
}

function toOutcome([first, ...others]: readonly Unnamed[], pointer: string): Outcome[] {
  if (first === undefined) return [];
  const more = others.length > 0 ? ` (and in ${others.length} more places)` : '';
  const message = `${first.path}: a property that is not described${more}`;
  // The name of the property is part of the finding's identity.
  const expected = `no property ${first.path.slice(first.path.lastIndexOf('/') + 1)}, because it is not described`;
  return [{ check: 'undocumented', verdict: 'drift', message, expected, actual: show(first.value), pointer }];
}
