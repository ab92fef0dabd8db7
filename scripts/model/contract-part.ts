import { joinPointer } from '../base/pointer.ts';
import { isObject } from '../base/read.ts';
import type { Clause } from './contract.ts';
import { provenanceAt } from './provenance.ts';
import type { Spec } from './spec.ts';

/** An object in `x-contract`, with its place in the spec. */
export type ContractPart = Clause & {
  readonly spec: Spec;
  readonly value: Readonly<Record<string, unknown>>;
};

/** The part at a pointer; undefined if the value is not an object. */
export function toPart(spec: Spec, pointer: string, value: unknown): ContractPart | undefined {
  if (!isObject(value)) return undefined;
  return { spec, pointer, provenance: provenanceAt(spec.bundle, pointer), value };
}

/** The object under a key of a part. */
export function partIn({ spec, pointer, value }: ContractPart, key: string): ContractPart | undefined {
  return toPart(spec, joinPointer(pointer, key), value[key]);
}

/** The objects under all keys of a part, which is a map or a list. */
export function partsIn(part: ContractPart): (readonly [key: string, part: ContractPart])[] {
  return Object.keys(part.value).flatMap((key) => {
    const child = partIn(part, key);
    return child === undefined ? [] : [[key, child] as const];
  });
}

export function clauseOf({ pointer, provenance }: ContractPart): Clause {
  return { pointer, provenance };
}

export function textIn({ value }: ContractPart, key: string): string | undefined {
  const text = value[key];
  return typeof text === 'string' ? text : undefined;
}

/** A map of names to texts; undefined if the value is something else. */
export function textMap(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text] as const] : [],
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

/** A map of names to JSON pointers; undefined if the value is something else. */
export function pointerMap(value: unknown): Readonly<Record<string, string>> | undefined {
  const map = textMap(value);
  return map !== undefined && Object.values(map).every(isPointer) ? map : undefined;
}

/** A list of JSON pointers; undefined if the value is something else. */
export function pointerList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every(isPointer) ? value : undefined;
}

/** A JSON pointer (RFC 6901, section 3); the empty one means the whole document. */
export function isPointer(value: unknown): value is string {
  return typeof value === 'string' && /^(?:\/(?:[^~]|~[01])*)?$/.test(value);
}
