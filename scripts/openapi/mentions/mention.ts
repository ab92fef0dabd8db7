/** A part of the spec that an `x-contract` names, and the pointer of that name. */
export type Mention = { readonly at: string } & (
  | { readonly to: 'query' | 'path'; readonly operation: string; readonly name: string }
  | { readonly to: 'header'; readonly operation: string; readonly name: string }
  /** A value of a query parameter's enum; without a name, the enum itself. */
  | { readonly to: 'value'; readonly operation: string; readonly parameter: string; readonly name?: string }
  /** The key of the default order. */
  | { readonly to: 'key'; readonly name: string; readonly keys: readonly string[] }
  | { readonly to: 'operation'; readonly operation: string }
  /** A property of the success, or of the items of an array in it. */
  | { readonly to: 'property'; readonly operation: string; readonly each?: string; readonly pointer: string }
  | { readonly to: 'array'; readonly operation: string; readonly pointer: string }
);
