import { isObject } from '../../../base/read.ts';
import type { Shift } from './change-rules.ts';
import { placeOf } from './found-change.ts';
import { schemasForOther } from './other-properties.ts';
import { both, type Pair } from './pair.ts';
import { assertionsOf, hasOwn, membersOf, type Parts } from './parts.ts';
import type { KeywordChange, SchemaContext } from './schema-context.ts';

const keyword = 'patternProperties';

type Schemas = readonly unknown[];

/** The schemas of each pattern of `patternProperties` (JSON Schema Core, section 10.3.2.2). */
type Patterns = ReadonlyMap<string, Schemas>;

/** Patterns that are new or gone. Their properties are, or were, additional ones. */
export function patternProperties(parts: Pair<Parts>, { specs }: SchemaContext): KeywordChange[] {
  const patterns = both(parts, patternsOf);
  const only = (one: Patterns, other: Patterns): [string, Schemas][] =>
    [...one].filter(([name]) => !other.has(name));
  const message = (verb: string, name: string): string => `${verb} properties \`${name}\``;
  const place = (part: keyof Pair<unknown>, name: string) =>
    placeOf(specs, { [part]: parts[part].find((one) => hasOwn(one[keyword], name)) }, keyword, name);
  return [
    ...only(patterns.base, patterns.revision).map(([name, schemas]): KeywordChange => {
      const shift = shiftTo(schemas, schemasForOther(parts.revision, keyword, name));
      return shift && { keyword, place: place('base', name), shift, message: message('no longer has', name) };
    }),
    ...only(patterns.revision, patterns.base).map(([name, schemas]): KeywordChange => {
      const shift = shiftTo(schemasForOther(parts.base, keyword, name), schemas);
      return shift && { keyword, place: place('revision', name), shift, message: message('has new', name) };
    }),
  ];
}

function patternsOf(parts: Parts): Patterns {
  const found = new Map<string, unknown[]>();
  for (const [name, schema] of membersOf(parts, keyword)) {
    found.set(name, [...(found.get(name) ?? []), schema]);
  }
  return found;
}

/** What the change of their schemas means; two schemas are compared on their own. */
function shiftTo(before: Schemas, now: Schemas): Shift | undefined {
  const [was, is] = [before, now].map(stateOf);
  if (was === is) return was === 'some' ? 'none' : undefined;
  return is === 'any' || was === 'none' ? 'wider' : 'narrower';
}

/** Whether no value, some values, or any value may be there. */
function stateOf(schemas: Schemas): 'none' | 'some' | 'any' {
  if (schemas.includes(false)) return 'none';
  return schemas.some((schema) => isObject(schema) && assertionsOf(schema).length > 0) ? 'some' : 'any';
}

/** The schemas under each pattern in both specs, if both restrict its properties. */
export function patternSchemas(
  parts: Pair<Parts>,
): { readonly step: string; readonly pair: Pair<Schemas> }[] {
  const patterns = both(parts, patternsOf);
  return [...new Set([...patterns.base.keys(), ...patterns.revision.keys()])].flatMap((step) => {
    const pair = {
      base: patterns.base.get(step) ?? schemasForOther(parts.base, keyword, step),
      revision: patterns.revision.get(step) ?? schemasForOther(parts.revision, keyword, step),
    };
    const isCompared = patterns.base.has(step) && patterns.revision.has(step);
    return isCompared || [pair.base, pair.revision].every((one) => stateOf(one) === 'some')
      ? [{ step, pair }]
      : [];
  });
}
