/** Where the knowledge of a clause comes from. Breaking a documented clause fails; breaking another one is drift. */
export type Provenance = 'documented' | 'observed' | 'inferred';

/** A clause of `x-contract`, with its place in the spec. */
export type Clause = { readonly pointer: string; readonly provenance: Provenance };

/** Describes the list in an operation's success, by pointers into the body or into an item. */
export type List = Clause & {
  readonly items: string;
  readonly identity: string;
  /** By pointer, the values that change without a request: filters on them may match other items in the next request. */
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
  /** The page size without a parameter, and the greatest one. */
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
        /** How responses spell a value, if not as the request does. */
        readonly spelled: Readonly<Record<string, string>>;
        readonly complete: boolean;
      }
    | { readonly keep: 'apart'; readonly values: readonly string[] }
    | {
        readonly keep: 'counts';
        /** For each value, the pointer of its count. */
        readonly counts: Readonly<Record<string, string>>;
        readonly complete: boolean;
      }
  );

export type Sort = Clause & {
  readonly by: string;
  /** Without it, `by` includes the direction: descending with a minus. */
  readonly direction?: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly default?: { readonly key: string; readonly descending: boolean };
};

export type Detail = Clause & {
  readonly operation: string;
  /** The name of the path parameter that takes an item's identity. */
  readonly parameter: string;
  /** Pointers of the values that must be equal; all that both have, if missing. */
  readonly same?: readonly string[];
};

export type Relation = Clause & {
  /** The array whose items it must hold for; the body itself, if missing. */
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
  /** The number of items of an array in the body. */
  | { readonly count: string }
  | Aggregate;

/** A number from another operation's whole list, or from its plain success. */
export type Aggregate = {
  readonly operation: string;
  readonly items: string;
  /** The pointer of the values to sum; if missing, the items are counted. */
  readonly of?: string;
  /** Counts only the distinct values at this pointer, without null. */
  readonly distinct?: string;
  readonly where: Readonly<Record<string, readonly unknown[]>>;
};

/** What `x-contract` says about the responses of an operation. */
export type Contract = {
  /** The most milliseconds that a response may take. */
  readonly budget?: Clause & { readonly ms: number };
  readonly list?: List;
  /** By query parameter, if the body is not a list. */
  readonly filters: Readonly<Record<string, Filter>>;
  readonly relations: readonly Relation[];
};

/** Where a variable's value comes from if the user provides none. */
export type Discovery = { readonly operation: string; readonly property: string };
