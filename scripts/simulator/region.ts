import type { RequestHandler } from 'express';
import type { AnswerValidator } from './answer-validation.ts';
import type { Fault } from './faults/fault.ts';
import type { Route } from './routes.ts';
import type { Limiter } from './world/limiter.ts';
import type { SimulatorContext } from './world/world.ts';

/** What the server of one region is made of. */
export type LocalRegion = {
  readonly world: SimulatorContext;
  readonly routes: readonly Route[];
  /** Paths that stand for others. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly requestValidators: readonly RequestHandler[];
  readonly validateAnswer: AnswerValidator;
  readonly faults: readonly Fault[];
  /** Counts an answer by operation and status: 1 for the first. */
  readonly count: (operationId: string | undefined, status: number) => number;
  /** Limits all requests of a token, if there is such a limit. */
  readonly requestLimit: RequestLimit | undefined;
  /** Called when a fault shows. */
  readonly noteChange: () => void;
  /** Called when the simulator itself is wrong, which it answers with 500. */
  readonly report: (mistake: string) => void;
};

export type RequestLimit = { readonly limiter: Limiter; readonly sentence: string };
