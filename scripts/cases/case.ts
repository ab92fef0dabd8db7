import type { Operation, Parameter } from '../model/api.ts';
import type { Provenance } from '../model/contract.ts';
import type { Uncertain } from '../model/expectation.ts';

/**
 * How a request is authorized: with the caller's credentials, with none, with a malformed token, with a well-formed
 * token that nobody has, or with the token of another region.
 */
export type Credentials = 'given' | 'none' | 'malformed' | 'wrong' | 'elsewhere';

/** A request to be sent. Values are unencoded; a `Placeholder` is a Postman variable. */
export type Outgoing = {
  readonly credentials: Credentials;
  readonly parameters: readonly Sent[];
  readonly body?: unknown;
  /** Sent verbatim instead of `body`. */
  readonly rawBody?: string;
  /** Sent instead of the operation's method. */
  readonly method?: string;
};

export type Sent = { readonly parameter: Parameter; readonly value: unknown; readonly disabled: boolean };

/** One request, with what is expected of its response. */
export type Case = {
  /** Unique in its operation, and stable as long as the clause of the spec is. */
  readonly id: string;
  readonly kind: DraftMaker;
  readonly operation: Operation;
  /** The name of the request in Postman. */
  readonly name: string;
  /** Why the request is sent, in one sentence. */
  readonly why: string;
  readonly outgoing: Outgoing;
  /** The documented statuses that are accepted: `200`, `4XX`, `default`. If empty, any refusal is. */
  readonly statuses: readonly string[];
  /** The clause that it tests. A case of another operation can replace it if both test the same clause. */
  readonly clause: string;
  /** The provenance of that clause. */
  readonly provenance: Provenance;
  /** Whether later responses are compared with this one. */
  readonly remember: boolean;
  /** Variables that earlier responses fill. Without them the request can't be sent. */
  readonly needs: readonly string[];
  /** The page number's variable, if the request is sent again for each page. */
  readonly pageVariable?: string;
  /** The methods that the path documents, if the request uses another one. */
  readonly methods?: readonly string[];
  /** What the user must allow or provide before the request is sent. */
  readonly guard?: CaseGuard;
} & Uncertain;

/** `unsafe`: a method that might change something. `elsewhere`: another region's token. */
export type CaseGuard = 'unsafe' | 'elsewhere';

/** The kinds of cases, in the order in which an operation's requests are sent. */
export const kindNames = [
  'whole-list',
  'success',
  'optional',
  'page',
  'filter',
  'pair',
  'sort',
  'detail',
  'repeat',
  'credentials',
  'unknown-id',
  'missing',
  'invalid',
  'body',
  'method',
] as const;

export type DraftMaker = (typeof kindNames)[number];

/** The members that a kind of case sets; the others follow from the operation. */
export type Draft = Pick<Case, 'id' | 'why' | 'outgoing' | 'statuses' | 'clause'> &
  Partial<Pick<Case, 'name' | 'provenance' | 'remember' | 'needs' | 'pageVariable' | 'methods' | 'guard'>>;

/** Makes the cases of one kind for an operation. */
export type CaseKind = (operation: Operation, all: readonly Operation[]) => readonly Draft[];

/** A documented status that no case expects, and why. */
export type UnrequestedStatus = {
  readonly operation: Operation;
  readonly status: string;
  readonly reason: string;
};
