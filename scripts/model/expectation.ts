import type { Provenance } from './api.ts';

/** What stands in the test script of a request: which documented answer it must get. */
export type Expectation = {
  readonly operation: string;
  readonly case: string;
  /** `200`, `4XX` or `default`; any documented success where there is none. */
  readonly status?: string;
};

/** The documented answers of an operation, as the checks need them. Pointers lead into the description. */
export type OperationTable = {
  readonly pointer: string;
  readonly responses: Readonly<Record<string, ResponseTable>>;
};

export type ResponseTable = {
  readonly pointer: string;
  readonly provenance: Provenance;
  /** By media type: the number of the schema's validator, or -1 without a schema. */
  readonly contents: Readonly<Record<string, number>>;
  readonly headers: readonly HeaderTable[];
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
