/** A request to an operation. Its parameters are validated and have their types and defaults. */
export type OperationRequest = {
  /** Absolute, with the query as it was sent. */
  readonly url: string;
  /** Of the Authorization header; empty when there is none. */
  readonly token: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
};

/** Query parameters by name, without those that were not sent and have no default. */
export type Query = Readonly<Record<string, unknown>>;

/** The parameter as text; undefined if it is missing or not text. */
export function textIn(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : undefined;
}

/** The parameter as a positive whole number, from a number or from digits; undefined for anything else. */
export function countIn(query: Query, name: string): number | undefined {
  const count = Number(query[name]);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

/** Whether the parameter is true. */
export function isSet(query: Query, name: string): boolean {
  return String(query[name]) === 'true';
}

/** The token in an `Authorization: Bearer` header; empty when there is none. */
export function tokenIn(authorization: string | undefined): string {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '';
}
