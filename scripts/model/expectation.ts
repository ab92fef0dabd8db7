import type { Contract, Provenance } from './contract.ts';

/** What stands in the test script of a request: which documented answer it must get, and what else is done with it. */
export type Expectation = {
  readonly operation: string;
  readonly case: string;
  /** One of these: `200`, `4XX` or `default`. Any documented success where nothing is said. */
  readonly statuses?: readonly string[];
  /** The method is not documented: no success, no error of the server. */
  readonly method?: string;
  /** The methods that the path documents, where `method` is none of them. */
  readonly methods?: readonly string[];
  /** How it is known that the answer must be so; documented where nothing is said. */
  readonly provenance?: Provenance;
  /** Later answers are compared with this one. */
  readonly remember?: true;
  /** The same request is sent once more, later. */
  readonly repeated?: true;
};

/** The documented answers of an operation, as the checks need them. Pointers lead into the description. */
export type OperationTable = {
  readonly pointer: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly responses: Readonly<Record<string, ResponseTable>>;
  readonly contract: Contract;
  /** Where the contract relies on something that is not documented: by the pointer of what names it. */
  readonly marks: ProvenanceTable;
  readonly derived: readonly Derived[];
  /** A relation, of any operation, refers to its answers. */
  readonly referred?: true;
  /** Variables that its success gives a value to, where they have none: by name, the pointer of the value. */
  readonly gives: Readonly<Record<string, string>>;
};

/** What is taken from the answer to the whole list, for later requests. */
export type Derived = {
  /** The name of Postman's variable. */
  readonly variable: string;
  /**
   * The page that comes next, a size that makes three pages, an item's identity, or a value that a filter keeps some
   * items by.
   */
  readonly take: 'page' | 'size' | 'identity' | { readonly filter: string };
  /** How a time is written, where the parameter is an end of the time window. */
  readonly format?: 'date' | 'date-time' | 'naive';
};

export type ResponseTable = {
  readonly pointer: string;
  readonly provenance: Provenance;
  /** By media type: the number of the schema's validator, or -1 without a schema. */
  readonly contents: Readonly<Record<string, number>>;
  readonly headers: readonly HeaderTable[];
};

/** What is described of a value; numbers are those of other entries, -1 of none. */
export type Described = {
  /** By name; where there are none, an object may have any. */
  readonly properties?: Readonly<Record<string, number>>;
  /** Of an array. */
  readonly items?: number;
  /** Of properties that have no name here. */
  readonly others?: number;
  /** Whether the description says something of properties that have no name here. */
  readonly open?: true;
};

export type HeaderTable = {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly provenance: Provenance;
  readonly validator: number;
};

/** Clauses that are not documented, by the pointer of their topmost part. */
export type ProvenanceTable = Readonly<Record<string, Provenance>>;
