import { setTimeout } from 'node:timers/promises';
import { wholeSeconds } from '../../../base/words.ts';
import { ApiError, attempt, type Call, type Connection } from './attempt.ts';
import { toData } from './refusal.ts';

/** Sends a request and returns the data of its response. @throws ApiError if there is none */
export type Send = (call: Call) => Promise<unknown>;

const maxTries = 3;
const maxWaitSeconds = 120;

/**
 * Retries a request that was rate-limited, after the time that Postman's API names, and a GET after an error of the
 * server or the network. A request that writes and may have taken effect is never repeated.
 * @param report is called with a message before a wait for the rate limit
 */
export function createSend(connection: Connection, report: (line: string) => void): Send {
  const send = async (call: Call, tries: number): Promise<unknown> => {
    try {
      return toData(await attempt(call, connection), new URL(connection.base).host);
    } catch (error) {
      const seconds = connection.interrupted.aborted ? undefined : secondsUntilNext(call, error, tries);
      if (seconds === undefined) throw error;
      if (error instanceof ApiError && error.status === 429) {
        report(
          `The rate limit of Postman's API is used up. Waiting ${wholeSeconds(seconds)}, as it requires.`,
        );
      }
      await wait(seconds, connection);
      return send(call, tries + 1);
    }
  };
  return (call) => send(call, 1);
}

function secondsUntilNext({ method }: Call, error: unknown, tries: number): number | undefined {
  if (!(error instanceof ApiError) || tries === maxTries) return undefined;
  const { status, retryAfterSeconds = 0 } = error;
  if (status === 429) return retryAfterSeconds > maxWaitSeconds ? undefined : retryAfterSeconds;
  const mayPass = status === undefined || status >= 500;
  return method === 'GET' && mayPass ? tries / 2 : undefined;
}

async function wait(seconds: number, { interrupted }: Connection): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { signal: interrupted }).catch(() => {
    throw new ApiError('interrupted');
  });
}
