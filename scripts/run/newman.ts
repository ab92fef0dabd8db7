import newman, { type NewmanRunOptions } from 'newman';
import { toBody } from './exchange.ts';
import type { ItemRun, Job, Listener, Runner } from './job.ts';
import {
  allPassed,
  forget,
  itemIdOf,
  limitResponses,
  messageOf,
  outcomesOf,
  requestOf,
  responseOf,
  type Unfinished,
  waitingOf,
} from './newman-events.ts';
import { createSockets } from './sockets.ts';

/** A body is read up to so many bytes. They are counted after decoding, because that is what fills the memory. */
const largestResponse = 16 * 1024 * 1024;

/** The headers of a response may have so many bytes. */
const largestHeaders = 128 * 1024;

/** The number of bytes of a body that are passed on. */
const longestBody = 1_000_000;

/** Runs a job in this process, where it cannot be stopped. */
export const runHere: Runner = (job, listener) => ({
  ended: runCollection(job, listener),
  stop: () => undefined,
});

/** Runs a collection with newman, which only this file imports. Rejects if newman itself fails. */
export async function runCollection(job: Job, listener: Listener): Promise<void> {
  const sockets = createSockets();
  try {
    await run(job, listener, sockets);
  } finally {
    sockets.close();
  }
}

function run(
  { collection, variables, delayMs, timeoutMs, bail }: Job,
  { onItem, onWaiting, onResponse }: Listener,
  { agents, breakOff }: ReturnType<typeof createSockets>,
): Promise<void> {
  const values = Object.entries(variables).map(([key, value]) => ({ key, value, enabled: true }));
  const options: NewmanRunOptions = {
    collection,
    environment: { values },
    delayRequest: delayMs,
    timeoutRequest: timeoutMs,
    ignoreRedirects: true,
    requestAgents: agents,
    ...(bail && { bail: ['failure'] }),
  };
  const runs = new Map<string, Unfinished>();
  const add = (args: unknown, part: Partial<Unfinished>): void => {
    const id = itemIdOf(args);
    runs.set(id, { durationMs: 0, ...runs.get(id), ...part });
  };
  let deadline: NodeJS.Timeout | undefined;
  let late = false;
  return new Promise((resolve, reject) => {
    const emitter = newman.run(options, (error) => (error ? reject(error) : resolve()));
    emitter
      .on('start', (_: unknown, args: unknown) =>
        limitResponses(args, { maxResponseSize: largestResponse, maxHeaderSize: largestHeaders }),
      )
      .on('beforeRequest', (_: unknown, args: unknown) => {
        add(args, { startedAt: Date.now() });
        late = false;
        deadline = setTimeout(() => {
          late = true;
          breakOff();
        }, timeoutMs);
      })
      .on('request', (error: unknown, args: unknown) => {
        clearTimeout(deadline);
        const failure = late ? `no complete response within ${timeoutMs / 1000} s` : failureOf(error);
        const response = failure === undefined ? responseOf(args) : { error: failure };
        add(args, { ...response, ...requestOf(args) });
        if (response.size !== undefined) onResponse?.(response.size);
      })
      .on('script', (error: unknown, args: unknown) => error && add(args, { scriptError: messageOf(error) }))
      .on('assertion', (error: unknown, args: unknown) => error && add(args, { refusal: messageOf(error) }))
      .on('console', (_: unknown, args: unknown) => {
        const waiting = waitingOf(args);
        if (waiting !== undefined) onWaiting(waiting);
      })
      .on('test', (_: unknown, args: unknown) => add(args, outcomesOf(args)))
      .on('item', (_: unknown, args: unknown) => {
        const itemId = itemIdOf(args);
        onItem({ itemId, ...finished(runs.get(itemId)) });
        // The same item may be sent again.
        runs.delete(itemId);
        forget(emitter);
      });
  });
}

/** Bodies are long, and only needed if a check did not pass. */
function finished({ bytes, ...run }: Unfinished = { durationMs: 0 }): Omit<ItemRun, 'itemId'> {
  const isKept = bytes !== undefined && (run.scriptError !== undefined || !allPassed(run.outcomes));
  return { ...run, ...(isKept && { body: toBody(bytes, longestBody) }) };
}

/** Why no response was received. */
function failureOf(error: unknown): string | undefined {
  if (!error) return undefined;
  const message = messageOf(error);
  if (message !== 'Maximum response size reached') return message;
  return `the response is larger than ${largestResponse / 1024 / 1024} MiB, and was not read to its end`;
}
