import newman, { type NewmanRunOptions } from 'newman';
import { toBody } from './exchange.ts';
import type { ItemRun, Job, Listener, Runner } from './job.ts';
import {
  type Args,
  allPassed,
  forget,
  itemIdOf,
  limitAnswers,
  messageOf,
  outcomesOf,
  requestOf,
  responseOf,
  type Unfinished,
  waitingOf,
} from './newman-events.ts';
import { createSockets } from './sockets.ts';

/**
 * Bytes of a response's body beyond which it is not read. They are counted after decoding: that is what the checks get,
 * and what fills the memory.
 */
const largestResponse = 16 * 1024 * 1024;

/** Bytes of a body that leave the process of a region. */
const longestBody = 1_000_000;

/** Runs a job in this process, where nothing can stop it. */
export const runHere: Runner = (job, listener) => ({
  ended: runCollection(job, listener),
  stop: () => undefined,
});

/** Runs a collection with newman, the only file that knows it. Rejects when newman itself fails. */
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
  const add = (args: Args, part: Partial<Unfinished>): void => {
    const id = itemIdOf(args);
    runs.set(id, { durationMs: 0, ...runs.get(id), ...part });
  };
  let deadline: NodeJS.Timeout | undefined;
  let late = false;
  return new Promise((resolve, reject) => {
    const emitter = newman.run(options, (error) => (error ? reject(error) : resolve()));
    emitter
      .on('start', (_: unknown, args: Args) => limitAnswers(args, largestResponse))
      .on('beforeRequest', (_: unknown, args: Args) => {
        add(args, { startedAt: Date.now() });
        late = false;
        deadline = setTimeout(() => {
          late = true;
          breakOff();
        }, timeoutMs);
      })
      .on('request', (error: unknown, args: Args) => {
        clearTimeout(deadline);
        const noAnswer = late ? `no whole answer within ${timeoutMs / 1000} s` : failureOf(error);
        const response = noAnswer === undefined ? responseOf(args) : { error: noAnswer };
        add(args, { ...response, ...requestOf(args) });
        if (response.size !== undefined) onResponse?.(response.size);
      })
      .on('script', (error: unknown, args: Args) => error && add(args, { scriptError: messageOf(error) }))
      .on('assertion', (error: unknown, args: Args) => error && add(args, { refusal: messageOf(error) }))
      .on('console', (_: unknown, args: Args) => {
        const waiting = waitingOf(args);
        if (waiting !== undefined) onWaiting(waiting);
      })
      .on('test', (_: unknown, args: Args) => add(args, outcomesOf(args)))
      .on('item', (_: unknown, args: Args) => {
        const itemId = itemIdOf(args);
        onItem({ itemId, ...finished(runs.get(itemId)) });
        // The same item may be sent again.
        runs.delete(itemId);
        forget(emitter);
      });
  });
}

/** Bodies are long, and of use only where something is wrong. */
function finished({ bytes, ...run }: Unfinished = { durationMs: 0 }): Omit<ItemRun, 'itemId'> {
  const isKept = bytes !== undefined && (run.scriptError !== undefined || !allPassed(run.outcomes));
  return { ...run, ...(isKept && { body: toBody(bytes, longestBody) }) };
}

/** Why no answer came, in the words of those who see it. */
function failureOf(error: unknown): string | undefined {
  if (!error) return undefined;
  const message = messageOf(error);
  if (message !== 'Maximum response size reached') return message;
  return `the response is larger than ${largestResponse / 1024 / 1024} MiB, and was not read to its end`;
}
