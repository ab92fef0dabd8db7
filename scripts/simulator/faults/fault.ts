import type { SimulatedResponse } from '../answer.ts';
import type { OperationRequest } from '../request.ts';

/** A way in which a region can break its contract. */
export type Fault = {
  readonly id: string;
  readonly class: 'body' | 'protocol' | 'negative' | 'semantic' | 'region';
  /** What the region does wrong, in a sentence. */
  readonly title: string;
  /** The wrong answer in place of the right one; the same answer where the fault does not show. */
  readonly apply: FaultChange;
};

/** What a fault makes of an answer. */
export type FaultChange = (answer: SimulatedResponse, exchange: FaultExchange) => SimulatedResponse;

/** What an answer answers. */
export type FaultExchange = {
  readonly region: string;
  /** Undefined for paths and methods that no operation has. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The header as it was sent. */
  readonly authorization: string | undefined;
  /** How often the region gave this operation's answers this status, this time included. */
  readonly turn: number;
  readonly request: OperationRequest;
  /** The right answer to another request of the same operation. Its form is not checked. */
  readonly ask: (request: OperationRequest) => SimulatedResponse;
};
