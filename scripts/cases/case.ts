import type { Operation, Parameter } from '../model/api.ts';

/** How a request is authorised: as the caller is, not at all, or with a token that nobody has. */
export type Credentials = 'given' | 'none' | 'wrong';

/** A request to be sent. Values are as people write them; `{{name}}` is a variable of Postman's. */
export type Outgoing = {
  readonly credentials: Credentials;
  readonly parameters: readonly Sent[];
  readonly body?: unknown;
};

export type Sent = { readonly parameter: Parameter; readonly value: unknown; readonly disabled: boolean };

/** One request to be sent, with what is expected. */
export type Case = {
  /** Unique in its operation, and the same as long as the description's clause is. */
  readonly id: string;
  readonly kind: string;
  readonly operation: Operation;
  /** What people see in Postman. */
  readonly name: string;
  readonly tier: 'smoke' | 'full';
  /** Why it is sent, in a sentence. */
  readonly why: string;
  readonly outgoing: Outgoing;
  /** The documented status that it must get: `200`, `4XX` or `default`. */
  readonly status: string;
};

/** A documented answer that no case asks for, and why. */
export type Unprovoked = { readonly operation: Operation; readonly status: string; readonly reason: string };

/** What a kind of case makes of an operation. */
export type CaseKind = (operation: Operation) => readonly Case[];
