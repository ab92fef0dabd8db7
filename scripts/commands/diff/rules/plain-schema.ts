import { isObject } from '../../../base/read.ts';
import { assertionsOf, type Parts, type SchemaPart } from './parts.ts';

/** Keywords that list branches. */
export const unions = ['oneOf', 'anyOf'] as const;

/** Branches that are nothing but types, or nothing but values. */
export type Plain = { readonly types?: readonly string[]; readonly values?: readonly unknown[] };

/** The keyword by which parts say what `keyword` says. */
export function spellingOf(parts: Parts, keyword: string): string {
  if (parts.some((part) => part[keyword] !== undefined)) return keyword;
  return unions.find((union) => parts.some((part) => plainOf(part, union) !== undefined)) ?? keyword;
}

/**
 * What `oneOf` or `anyOf` lists where each branch is a type alone, or a value: another spelling of `type` and of `enum`
 * (JSON Schema Validation, section 6.1).
 */
export function plainOf(part: SchemaPart, keyword: (typeof unions)[number]): Plain | undefined {
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
