import type { operations } from '../operations/operations.ts';
import type { OperationRequest } from '../request.ts';
import type { SimulatedResponse } from '../response.ts';

/** A deviation from the spec that a region can show. */
export type Fault = {
  readonly id: string;
  readonly class: 'body' | 'protocol' | 'negative' | 'semantic' | 'region';
  /** What the region does wrong, in one sentence. */
  readonly title: string;
  /** Changes the correct response; returns the same object if the fault does not apply. */
  readonly apply: FaultChange;
};

/** Faults by their id, which begins with the class. */
export type FaultTable = Readonly<Record<string, { readonly title: string } & FaultChanges>>;

/**
 * How the responses change: the 200 of an operation (`getActivities`), a status of all operations (`404`), or another
 * status of one operation (`'getActivities 404'`). If two apply, the one that names the operation wins.
 */
export type FaultChanges = {
  readonly [Place in Operation | 200 | Refusal | `${Operation} ${Refusal}`]?: FaultChange;
};

type Operation = keyof typeof operations;
type Refusal = 401 | 403 | 404 | 405 | 422;

/** Changes a response; returns the same object to leave it as it is. */
export type FaultChange = (response: SimulatedResponse, exchange: FaultExchange) => SimulatedResponse;

/** The request of a response, and its circumstances. */
export type FaultExchange = {
  readonly region: string;
  /** Undefined if no operation has the path and method. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The header as it was sent. */
  readonly authorization: string | undefined;
  /** The number of responses of this operation with this status so far, including this one. */
  readonly turn: number;
  readonly request: OperationRequest;
  /** The correct response to another request of the same operation, which is not validated. */
  readonly respond: (request: OperationRequest) => SimulatedResponse;
};
