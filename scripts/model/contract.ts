/** How a clause of the description is known. Breaking a documented one fails, breaking another one is drift. */
export type Provenance = 'documented' | 'observed' | 'inferred';

/** A clause of `x-contract`: where it stands in the description, and how it is known. */
export type Clause = { readonly pointer: string; readonly provenance: Provenance };

/** What makes an operation's success a list. Pointers into the body, or into an item of it. */
export type List = Clause & {
  readonly items: string;
  readonly identity: string;
  /** By pointer the values that an item leaves by itself: what it is filtered by then may change between requests. */
  readonly moving: Readonly<Record<string, readonly unknown[]>>;
  readonly page?: Paging;
  /** By the name of the query parameter. */
  readonly filters: Readonly<Record<string, Filter>>;
  readonly sort?: Sort;
  readonly detail?: Detail;
};

export type Paging = Clause & {
  /** Names of query parameters. */
  readonly number: string;
  readonly size?: string;
  readonly echo?: string;
  readonly count?: string;
  readonly total?: string;
  readonly next?: string;
  /** The size of a page where none is asked for, and the greatest that may be. */
  readonly defaultSize?: number;
  readonly maximumSize?: number;
};

export const keeps = ['equals', 'contains', 'at-or-after', 'after', 'at-or-before', 'before'] as const;

export type Keep = (typeof keeps)[number];

export type Filter = Clause &
  (
    | {
        readonly keep: Keep;
        readonly property: string;
        /** How answers spell a value that is sent, where they differ. */
        readonly spelled: Readonly<Record<string, string>>;
        readonly complete: boolean;
      }
    | { readonly keep: 'apart'; readonly values: readonly string[] }
    | {
        readonly keep: 'counts';
        /** For each value the pointer of what counts it. */
        readonly counts: Readonly<Record<string, string>>;
        readonly complete: boolean;
      }
  );

export type Sort = Clause & {
  readonly by: string;
  /** Without it, `by` carries the direction: descending with a minus. */
  readonly direction?: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly default?: { readonly key: string; readonly descending: boolean };
};

export type Detail = Clause & {
  readonly operation: string;
  /** The name of the path parameter that takes an item's identity. */
  readonly parameter: string;
  /** Pointers of what both must show alike; everything that both have, where nothing is said. */
  readonly same?: readonly string[];
};

export type Relation = Clause & {
  /** Where the objects are that it must hold for: the items of this array; the body itself without it. */
  readonly each?: string;
  readonly rule: RelationRule;
};

export type RelationRule =
  | { readonly kind: 'equals'; readonly operands: readonly Operand[] }
  | { readonly kind: 'ordered'; readonly moments: readonly string[] }
  | { readonly kind: 'simultaneous'; readonly moments: readonly string[] }
  | {
      readonly kind: 'elapsed';
      readonly from: string;
      readonly to: string;
      readonly is: string;
      readonly unit: 'ms' | 's';
    };

export type Operand =
  | { readonly at: string }
  | { readonly number: number }
  /** `$region`, `$request.path.name`, `$request.query.name` or `$response.header.name`. */
  | { readonly expression: string }
  | { readonly sum: readonly string[] }
  /** The number of items of an array of the body's own. */
  | { readonly count: string }
  | Aggregate;

/** A number from another operation's whole list, or from its plain success. */
export type Aggregate = {
  readonly operation: string;
  readonly items: string;
  /** What to add up; the items are counted without it. */
  readonly of?: string;
  /** Only the different values there are counted; null is none. */
  readonly distinct?: string;
  readonly where: Readonly<Record<string, readonly unknown[]>>;
};

/** What `x-contract` says about the answers of an operation. */
export type Contract = {
  /** Milliseconds that an answer may take. */
  readonly budget?: Clause & { readonly ms: number };
  readonly list?: List;
  /** By query parameter, for a body that is no list. */
  readonly filters: Readonly<Record<string, Filter>>;
  readonly relations: readonly Relation[];
};

/** Where a variable's value comes from when the caller gives none. */
export type Discovery = { readonly operation: string; readonly property: string };
