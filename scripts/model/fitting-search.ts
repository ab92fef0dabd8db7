import type { Steps } from './pattern-steps.ts';

export type Keywords = Readonly<Record<string, unknown>>;

/** The search for a value: its limits, and what has failed already. */
export type Search = {
  readonly steps: Steps;
  readonly failed: Set<string>;
  /** Numbers of schemas, to recognise the same ones. */
  readonly ids: Map<unknown, number>;
  /** A value that fits all these schemas. */
  readonly make: (schemas: readonly unknown[], wanted: Wanted) => unknown;
};

export type Wanted = {
  /** The first attempt. */
  readonly start: unknown;
  readonly depth: number;
  /** How many values are passed over, so that equal schemas get different values. */
  readonly skip: number;
  /** Texts of values that are already items of the same array. */
  readonly taken?: ReadonlySet<string>;
};

/** The schemas of a value, and those of their parts that apply with one choice of branches. */
export type Chosen = { readonly schemas: readonly unknown[]; readonly parts: readonly Keywords[] };

/** The nesting up to which optional properties and items are made. */
export const mostOptionalDepth = 6;

/** How many items and properties are made. */
export const mostParts = 500;

/** The greatest or the least value of a keyword in all parts. */
export function bound(
  parts: readonly Keywords[],
  keyword: string,
  pick: (...all: number[]) => number,
): number {
  return pick(...parts.map((part) => part[keyword]).filter((value) => typeof value === 'number'));
}
