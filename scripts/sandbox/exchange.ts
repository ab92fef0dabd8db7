import type { OperationTable } from '../model/expectation.ts';
import type { Holder } from './clause-result.ts';
import type { Memory } from './memory.ts';
import type { SentRequest } from './sent-request.ts';

/** A success and all that is known around it: what the relations are held against. */
export type Exchange = {
  readonly operationId: string;
  readonly table: OperationTable;
  readonly sent: SentRequest;
  /** The JSON of the body. */
  readonly value: unknown;
  readonly header: (name: string) => string | undefined;
  readonly variable: (name: string) => string;
  readonly memory: Memory;
  readonly hold: Holder;
  /** Whether this is a run of the suite, rather than a request sent by hand. */
  readonly inSuite: boolean;
  readonly remember: boolean;
  /** Whether the same request is sent once more, later. */
  readonly repeated: boolean;
};
