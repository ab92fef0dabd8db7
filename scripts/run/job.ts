import type { Headers, RecordedBody } from '../model/exchange.ts';
import type { Shape } from '../model/shape.ts';

/** What newman runs, as plain data for another process. */
export type Job = {
  /** A collection in Postman's format. */
  readonly collection: object;
  readonly variables: Readonly<Record<string, string>>;
  /** Milliseconds between two requests. */
  readonly delayMs: number;
  /** Milliseconds until a request is aborted, even if a part of its response was received. */
  readonly timeoutMs: number;
  /** Stop after the first failed test. */
  readonly bail: boolean;
};

/** Is notified while a job runs. */
export type Listener = {
  readonly onItem: (run: ItemRun) => void;
  /** A request waits to be sent again; the text says for how long, and why. */
  readonly onWaiting: (text: string) => void;
  /** A response with so many bytes in its body was received and will be checked. */
  readonly onResponse?: (size: number) => void;
};

/** Starts a job. `ended` rejects if newman itself fails. After `stop` nothing more is sent. */
export type Runner = (job: Job, listener: Listener) => Running;

/** A job that was started. */
export type Running = { readonly ended: Promise<void>; readonly stop: () => void };

/** What happened to one item of a collection. Without `status` and `error` nothing was sent. */
export type ItemRun = {
  readonly itemId: string;
  /** Why no response was received. */
  readonly error?: string;
  /** Why a script stopped. */
  readonly scriptError?: string;
  /** Why the pre-request script refused to send the request. */
  readonly refusal?: string;
  readonly status?: number;
  /** The reason phrase. */
  readonly reason?: string;
  /** The Content-Type as received. */
  readonly contentType?: string;
  /** The headers of the response, as received. */
  readonly headers?: Headers;
  /** Bytes of the response's body. */
  readonly size?: number;
  /** The shape of a JSON response. */
  readonly shape?: Shape;
  /** The body of the response, cut if it is long. Only kept if a check did not pass, or none was made. */
  readonly body?: RecordedBody;
  /** The JSON that the check script wrote to the variable `outcomes`. */
  readonly outcomes?: string;
  readonly request?: SentRequest;
  /** When it was sent, in milliseconds since the epoch. */
  readonly startedAt?: number;
  /** Milliseconds until the response was received. */
  readonly durationMs: number;
};

/** A request as it was sent, with its secrets. */
export type SentRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
  /** The bytes of the body as Latin-1, if they are not text in UTF-8. */
  readonly bytes?: string;
};
