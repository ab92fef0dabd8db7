import { ApiError } from './api-error.ts';

/** One request to Postman's API. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
};

/** Where Postman's API is, and how it is asked. */
export type Connection = {
  /** Without the slash at the end. */
  readonly base: string;
  readonly key: string;
  readonly timeoutMs: number;
  /** What the reader may try when nothing answers. */
  readonly hint: string;
  readonly interrupted: AbortSignal;
};

export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string };

/**
 * Sends a request once. The key stands in `X-API-Key` (learning.postman.com, Generate and use Postman API keys); a
 * redirect is not followed, for the key would go along.
 * @throws ApiError when no whole answer came
 */
export async function attempt({ method, path, body }: Call, connection: Connection): Promise<Reply> {
  const { base, key, timeoutMs, interrupted } = connection;
  if (interrupted.aborted) throw new ApiError('interrupted');
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'X-API-Key': key,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.any([timeout, interrupted]),
    });
    return { status: response.status, headers: response.headers, text: await readBody(response) };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (interrupted.aborted)
      throw new ApiError('interrupted, perhaps after it was done', { mayBeDone: true });
    const reason = timeout.aborted ? `no whole answer within ${timeoutMs / 1000} s` : reasonOf(error);
    const advice = `Look at the network, and at the address of --api.${connection.hint}`;
    throw new ApiError(`${new URL(base).host} can't be reached: ${reason}. ${advice}`, { mayBeDone: true });
  }
}

/** Of a failed `fetch` only its cause says what went wrong. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  if (!(cause instanceof Error)) return String(error);
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** The largest collection that Postman takes (learning.postman.com/api-docs, Replace a collection's data). */
const mostBytes = 100_000_000;

/** The text of an answer, which is not read to its end when it is larger than anything Postman keeps. */
export async function readBody({ body, status }: Response, most = mostBytes): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > most) {
      const message = `an answer of Postman's API has more than ${most / 1_000_000} MB, so it was not read`;
      throw new ApiError(`${message}.`, { status });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
