/** One request to Postman's API. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
};

/** Where Postman's API is, and how requests are sent to it. */
export type Connection = {
  /** Without the slash at the end. */
  readonly base: string;
  readonly key: string;
  readonly timeoutMs: number;
  /** Advice for the case that there is no response. */
  readonly hint: string;
  readonly interrupted: AbortSignal;
};

/** A complete response of any status. */
export type ApiResponse = { readonly status: number; readonly headers: Headers; readonly text: string };

type About = {
  /** Missing if no complete response was received. */
  readonly status?: number | undefined;
  /** Whether the request may have taken effect nonetheless. */
  readonly mayBeDone?: boolean;
  /** The wait that a rate limit requires. */
  readonly retryAfterSeconds?: number | undefined;
};

/** A failed request to Postman's API, with a message for the user. */
export class ApiError extends Error {
  readonly status: number | undefined;
  readonly mayBeDone: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, { status, mayBeDone = false, retryAfterSeconds }: About = {}) {
    super(message);
    this.status = status;
    this.mayBeDone = mayBeDone;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Sends a request once. The key is in `X-API-Key` (learning.postman.com, Generate and use Postman API keys). A redirect
 * is not followed, because it would forward the key.
 * @throws ApiError if no complete response was received
 */
export async function attempt({ method, path, body }: Call, connection: Connection): Promise<ApiResponse> {
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
      throw new ApiError('interrupted; the change may have been made', { mayBeDone: true });
    const reason = timeout.aborted ? `no complete response within ${timeoutMs / 1000} s` : reasonOf(error);
    const advice = `Check the network and the address of --api.${connection.hint}`;
    throw new ApiError(`${new URL(base).host} can't be reached: ${reason}. ${advice}`, { mayBeDone: true });
  }
}

/** Only the cause of a failed `fetch` says what went wrong. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  if (!(cause instanceof Error)) return String(error);
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** The size of the largest collection that Postman accepts (learning.postman.com/api-docs, Replace a collection's data). */
const maxBytes = 100_000_000;

/** The text of a response. @throws ApiError if it is larger than anything that Postman stores */
export async function readBody({ body, status }: Response, most = maxBytes): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > most) {
      const message = `a response of Postman's API is larger than ${most / 1_000_000} MB, so it was not read`;
      throw new ApiError(`${message}.`, { status });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
