import type { RequestHandler } from 'express';
import type { Fault } from './faults/fault.ts';
import type { ResponseValidator } from './response-validation.ts';
import type { Route } from './routes.ts';
import type { Limiter } from './world/limiter.ts';
import type { SimulatorContext } from './world/world.ts';

/** The parts of the server of a region. */
export type LocalRegion = {
  readonly world: SimulatorContext;
  readonly routes: readonly Route[];
  /** Paths that are served as others. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly requestValidators: readonly RequestHandler[];
  readonly validateResponse: ResponseValidator;
  readonly faults: readonly Fault[];
  /** Counts a response by operation and status: 1 for the first. */
  readonly count: (operationId: string | undefined, status: number) => number;
  /** Limits the requests of each token. */
  readonly requestLimit: RequestLimit | undefined;
  /** Called when a fault changed a response. */
  readonly noteChange: () => void;
  /** Called when the simulator has a bug, for which it returns 500. */
  readonly report: (mistake: string) => void;
};

export type RequestLimit = { readonly limiter: Limiter; readonly sentence: string };
