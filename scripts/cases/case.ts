import type { Operation, Parameter } from '../model/api.ts';
import type { Provenance } from '../model/contract.ts';

/**
 * How a request is authorised: as the caller is, not at all, with what is no token, with one that nobody has, or
 * with the token of another region.
 */
export type Credentials = 'given' | 'none' | 'malformed' | 'wrong' | 'elsewhere';

/** A request to be sent. Values are as people write them; a `Placeholder` is a variable of Postman's. */
export type Outgoing = {
  readonly credentials: Credentials;
  readonly parameters: readonly Sent[];
  readonly body?: unknown;
  /** Instead of `body`, to the letter. */
  readonly rawBody?: string;
  /** Instead of the operation's own. */
  readonly method?: string;
};

export type Sent = { readonly parameter: Parameter; readonly value: unknown; readonly disabled: boolean };

/** One request to be sent, with what is expected. */
export type Case = {
  /** Unique in its operation, and the same as long as the description's clause is. */
  readonly id: string;
  readonly kind: DraftMaker;
  readonly operation: Operation;
  /** What people see in Postman. */
  readonly name: string;
  /** Why it is sent, in a sentence. */
  readonly why: string;
  readonly outgoing: Outgoing;
  /** The documented statuses of which it must get one: `200`, `4XX`, `default`. None: any refusal will do. */
  readonly statuses: readonly string[];
  /** What it is about. Cases of several operations about the same clause can stand for each other. */
  readonly clause: string;
  /** How that clause is known. */
  readonly provenance: Provenance;
  /** Whether later answers are compared with this one. */
  readonly remember: boolean;
  /** Variables that earlier answers give; without them it can't be sent. */
  readonly needs: readonly string[];
  /** The variable that counts the pages, where it is sent again for each of them. */
  readonly walks?: string;
  /** Where the method is none that the path documents: those that it does. */
  readonly methods?: readonly string[];
  /** What must be allowed or given for it to be sent. */
  readonly guard?: CaseGuard;
};

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

/** What a kind of case says itself; the rest follows from the operation. */
export type Draft = Pick<Case, 'id' | 'why' | 'outgoing' | 'statuses' | 'clause'> &
  Partial<Pick<Case, 'name' | 'provenance' | 'remember' | 'needs' | 'walks' | 'methods' | 'guard'>>;

/** What a kind of case makes of an operation, given all operations. */
export type CaseKind = (operation: Operation, all: readonly Operation[]) => readonly Draft[];

/** A documented answer that no case asks for, and why. */
export type Unprovoked = { readonly operation: Operation; readonly status: string; readonly reason: string };
