import type { Contract, Provenance } from './contract.ts';

/** The data in the test script of a request: which documented response it must get, and how that is used. */
export type Expectation = {
  readonly operation: string;
  readonly case: string;
  /** The accepted statuses: `200`, `4XX` or `default`. If missing, any documented success. */
  readonly statuses?: readonly string[];
  /** The undocumented method that is sent. It must cause neither a success nor a server error. */
  readonly method?: string;
  /** The methods that the path documents, if `method` is set. */
  readonly methods?: readonly string[];
  /** The provenance of the expectation; if missing, documented. */
  readonly provenance?: Provenance;
  /** Later responses are compared with this one. */
  readonly remember?: true;
  /** The same request is sent again later. */
  readonly repeated?: true;
} & Uncertain;

/** What makes a refusal of a request prove nothing, although the request is meant to be valid. */
export type Uncertain = {
  /** A part of the request that may not be what the spec says: its name and why, and its place. */
  readonly doubt?: { readonly reason: string; readonly pointer: string };
  /** Parts that were made up. They fit their schemas, but the server may not know such a value. */
  readonly invented?: readonly string[];
};

/** The documented responses of an operation, as the checks need them. Pointers lead into the spec. */
export type OperationTable = {
  readonly pointer: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly responses: Readonly<Record<string, ResponseTable>>;
  readonly contract: Contract;
  /** Parts that the contract relies on and that are not documented, by the pointer of the reference. */
  readonly marks: ProvenanceTable;
  readonly derived: readonly Derived[];
  /** A relation of some operation refers to its responses. */
  readonly referred?: true;
  /** Variables without a value that its success fills: by name, the pointer of the value. */
  readonly gives: Readonly<Record<string, string>>;
};

/** A value that is captured from the whole list for later requests. */
export type Derived = {
  /** The name of the Postman variable. */
  readonly variable: string;
  /**
   * The next page, a size that makes three pages, an item's identity, or a value with which a filter keeps some items.
   */
  readonly take: 'page' | 'size' | 'identity' | { readonly filter: string };
  /** The format of the time, if the parameter is an end of the time window. */
  readonly format?: 'date' | 'date-time' | 'naive';
};

export type ResponseTable = {
  readonly pointer: string;
  readonly provenance: Provenance;
  /** By media type: the number of the schema's validator, or -1 without a schema. */
  readonly contents: Readonly<Record<string, number>>;
  readonly headers: readonly HeaderTable[];
};

/** What the spec describes of a value. Numbers refer to other entries; -1 to none. */
export type Described = {
  /** By name; if missing, an object may have any properties. */
  readonly properties?: Readonly<Record<string, number>>;
  /** Of an array. */
  readonly items?: number;
  /** Of properties that have no name here. */
  readonly others?: number;
  /** Of properties whose name matches a pattern. */
  readonly patterns?: Readonly<Record<string, number>>;
  /** Whether the spec constrains properties that have no name here. */
  readonly open?: true;
};

export type HeaderTable = {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly provenance: Provenance;
  readonly validator: number;
  /** What its text is, if it is described by `content`; otherwise it is in the style `simple`. */
  readonly content?: 'json' | 'text' | 'other';
  readonly form: HeaderForm;
};

/** Kinds of JSON values. */
export type JsonKind = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

/** The kinds of values that the schema of a header allows; without any, all. */
export type HeaderForm = {
  readonly kinds: readonly JsonKind[];
  readonly explode?: true;
  /** Of the items of an array. */
  readonly items?: readonly JsonKind[];
  /** Of the properties of an object, and of those without a name here. */
  readonly properties?: Readonly<Record<string, readonly JsonKind[]>>;
  readonly others?: readonly JsonKind[];
};

/** Clauses that are not documented, by the pointer of their outermost part. */
export type ProvenanceTable = Readonly<Record<string, Provenance>>;
