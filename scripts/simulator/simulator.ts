import type { OpenAPIV3_1 } from 'openapi-types';
import { createApp } from './app.ts';
import type { Fault } from './faults/fault.ts';
import { type Listening, type ListenPlan, listen } from './listen.ts';
import type { RequestLimit } from './region.ts';
import { createRequestValidators } from './request-validation.ts';
import { createResponseValidator } from './response-validation.ts';
import { readAliases, readRoutes } from './routes.ts';
import { localSettings } from './settings.ts';
import { createLimiter } from './world/limiter.ts';
import { createWorld } from './world/world.ts';

export type SimulatorOptions = {
  /** The spec as an OpenAPI 3.1 document. It may have internal references only. */
  readonly document: OpenAPIV3_1.Document;
  /** The regions to simulate. */
  readonly regions: readonly string[];
  /** Ports by region; by default any free one. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Milliseconds since the epoch; Date.now by default. */
  readonly clock?: () => number;
  /** Each number gives another history; the ids in the local variables stay the same. */
  readonly seed?: number;
  /** Milliseconds until unfinished runs of the history begin to end; by default they end a day after their start. */
  readonly endsIn?: number;
  /** Ids of the faults of each region. */
  readonly faults?: Readonly<Record<string, readonly string[]>>;
  /** The requests of a token that a region accepts within that time; unlimited by default. */
  readonly rateLimit?: { readonly requests: number; readonly seconds: number };
};

/** A region that is served at `url`, and the values of the variables that requests to it need. */
export type SimulatedRegion = {
  readonly name: string;
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
};

export type Simulator = {
  readonly regions: readonly SimulatedRegion[];
  /** Bugs of the simulator so far, such as responses that break the spec. */
  readonly mistakes: () => readonly string[];
  /** The number of responses that faults have changed so far. */
  readonly changes: () => number;
  /** Stops all regions and closes open connections. */
  readonly close: () => Promise<void>;
};

/** Starts the regions on 127.0.0.1. Rejects if a fault, region or operation is unknown, or a port is in use. */
export async function startSimulator({ document, ...options }: SimulatorOptions): Promise<Simulator> {
  return prepareSimulator(document)(options);
}

/** Reads a spec once to start many simulators of it. Throws if an operation is unknown. */
export function prepareSimulator(
  document: OpenAPIV3_1.Document,
): (options: Omit<SimulatorOptions, 'document'>) => Promise<Simulator> {
  const shared = {
    routes: readRoutes(document),
    aliases: readAliases(document),
    requestValidators: createRequestValidators(document),
    validateResponse: createResponseValidator(document),
  };

  return async (options) => {
    const { clock = Date.now, seed = 0, ports = {}, faults = {}, endsIn } = options;
    for (const name of Object.keys({ ...ports, ...faults })) {
      if (!options.regions.includes(name)) throw new Error(`The region \`${name}\` is not simulated`);
    }
    const mistakes: string[] = [];
    let changes = 0;
    const chosen = await Promise.all(options.regions.map((name) => loadFaults(faults[name] ?? [])));
    const plans = options.regions.map((name, index) => ({
      name,
      port: ports[name] ?? 0,
      app: createApp({
        ...shared,
        world: createWorld({ region: name, clock, seed, endsIn }),
        faults: chosen[index] ?? [],
        count: createResponseCount(),
        requestLimit: toRequestLimit(options.rateLimit, clock),
        noteChange: () => {
          changes += 1;
        },
        report: (mistake) => mistakes.push(`${name}: ${mistake}`),
      }),
    }));
    const listening = await listenAll(plans);

    return {
      regions: listening.map(({ name, url }) => ({ name, url, variables: localSettings(name).variables })),
      mistakes: () => [...mistakes],
      changes: () => changes,
      close: () => closeAll(listening),
    };
  };
}

/** Most regions have no fault and start without loading the catalogue. */
async function loadFaults(ids: readonly string[]): Promise<readonly Fault[]> {
  return ids.length === 0 ? [] : (await import('./faults/faults.ts')).findFaults(ids);
}

/** If one can't listen, the others are closed. */
async function listenAll(plans: readonly ListenPlan[]): Promise<readonly Listening[]> {
  const attempts = await Promise.allSettled(plans.map(listen));
  const failed = attempts.find((attempt) => attempt.status === 'rejected');
  const listening = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  if (failed === undefined) return listening;
  await closeAll(listening);
  throw failed.reason;
}

async function closeAll(listening: readonly Listening[]): Promise<void> {
  await Promise.all(listening.map(({ close }) => close()));
}

function toRequestLimit(limit: SimulatorOptions['rateLimit'], clock: () => number): RequestLimit | undefined {
  if (limit === undefined) return undefined;
  const { requests, seconds } = limit;
  const period = seconds % 60 === 0 ? `${seconds / 60} minute` : `${seconds} second`;
  const sentence = `Rate limit exceeded: ${requests} per ${period}`;
  return { limiter: createLimiter(requests, seconds, clock), sentence };
}

/** Counts the responses of one region by operation and status; the first is 1. */
export function createResponseCount(): (operationId: string | undefined, status: number) => number {
  const counts = new Map<string, number>();
  return (operationId, status) => {
    const key = `${operationId} ${status}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
