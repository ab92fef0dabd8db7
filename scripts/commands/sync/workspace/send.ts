import { setTimeout } from 'node:timers/promises';
import { wholeSeconds } from '../../../base/words.ts';
import { ApiError } from './api-error.ts';
import { attempt, type Call, type Connection } from './attempt.ts';
import { toData } from './refusal.ts';

/** Sends a request and gives the data of its answer. @throws ApiError when there is none */
export type Send = (call: Call) => Promise<unknown>;

const mostTries = 3;
const longestWaitSeconds = 120;

/**
 * Sends again what Postman's API put off by a limit, after the time that it names, and what only reads after an error of
 * the server or the network. What writes and may have been done is never repeated.
 * @param tell hears of a limit before the wait begins
 */
export function createSend(connection: Connection, tell: (line: string) => void): Send {
  const send = async (call: Call, tries: number): Promise<unknown> => {
    try {
      return toData(await attempt(call, connection), new URL(connection.base).host);
    } catch (error) {
      const seconds = connection.interrupted.aborted ? undefined : secondsUntilNext(call, error, tries);
      if (seconds === undefined) throw error;
      if (error instanceof ApiError && error.status === 429) {
        tell(`The limit of Postman's API is used up: it asks to wait ${wholeSeconds(seconds)}.`);
      }
      await wait(seconds, connection);
      return send(call, tries + 1);
    }
  };
  return (call) => send(call, 1);
}

function secondsUntilNext({ method }: Call, error: unknown, tries: number): number | undefined {
  if (!(error instanceof ApiError) || tries === mostTries) return undefined;
  const { status, retryAfterSeconds = 0 } = error;
  if (status === 429) return retryAfterSeconds > longestWaitSeconds ? undefined : retryAfterSeconds;
  const mayPass = status === undefined || status >= 500;
  return method === 'GET' && mayPass ? tries / 2 : undefined;
}

async function wait(seconds: number, { interrupted }: Connection): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { signal: interrupted }).catch(() => {
    throw new ApiError('interrupted');
  });
}
