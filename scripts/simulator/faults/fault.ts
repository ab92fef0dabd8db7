import type { Answer } from '../answer.ts';
import type { OperationRequest } from '../request.ts';

/** A way in which a region can break its contract. */
export type Fault = {
  readonly id: string;
  readonly class: 'body' | 'protocol' | 'negative' | 'semantic' | 'region';
  /** What the region does wrong, in a sentence. */
  readonly title: string;
  /** The wrong answer in place of the right one; the same answer where the fault does not show. */
  readonly apply: (answer: Answer, exchange: Exchange) => Answer;
};

/** What an answer answers. */
type Exchange = {
  readonly region: string;
  /** Undefined for paths and methods that no operation has. */
  readonly operationId: string | undefined;
  readonly request: OperationRequest;
  /** The right answer to another request of the same operation. Its form is not checked. */
  readonly ask: (request: OperationRequest) => Answer;
};
