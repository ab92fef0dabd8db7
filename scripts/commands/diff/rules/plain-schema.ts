import { isObject } from '../../../base/read.ts';
import { assertionsOf, type Parts, type SchemaPart } from './parts.ts';

/** Keywords that list branches. */
export const unions = ['oneOf', 'anyOf'] as const;

/** Branches that are only types, or only values. */
export type PlainUnion = { readonly types?: readonly string[]; readonly values?: readonly unknown[] };

/** The keyword that the parts use for the meaning of `keyword`. */
export function spellingOf(parts: Parts, keyword: string): string {
  if (parts.some((part) => part[keyword] !== undefined)) return keyword;
  return unions.find((union) => parts.some((part) => plainOf(part, union) !== undefined)) ?? keyword;
}

/**
 * The types or values of a `oneOf` or `anyOf` whose branches are each only a type or a value. This is another spelling
 * of `type` and `enum` (JSON Schema Validation, section 6.1).
 */
export function plainOf(part: SchemaPart, keyword: (typeof unions)[number]): PlainUnion | undefined {
  const list = part[keyword];
  if (!Array.isArray(list) || list.length < 2 || !list.every(isObject)) return undefined;
  if (list.every((branch) => String(assertionsOf(branch)) === 'type')) {
    const types = list.flatMap(({ type }) => type).map(String);
    const isTwice = new Set(types.map((type) => (type === 'integer' ? 'number' : type))).size < types.length;
    return isTwice ? undefined : { types };
  }
  if (list.every(isValue)) {
    const values = list.flatMap(({ const: value, enum: all }) => (Array.isArray(all) ? all : [value]));
    const isTwice = new Set(values.map((value) => JSON.stringify(value))).size < values.length;
    return isTwice ? undefined : { values };
  }
  return undefined;
}

function isValue(branch: SchemaPart): boolean {
  const said = String(assertionsOf(branch).filter((key) => key !== 'type'));
  return said === 'const' || said === 'enum';
}
