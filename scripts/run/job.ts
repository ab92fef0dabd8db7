import type { Headers, RecordedBody } from '../model/exchange.ts';
import type { Shape } from '../model/shape.ts';

/** What newman is to run: plain data. */
export type Job = {
  /** A collection in Postman's format. */
  readonly collection: object;
  readonly variables: Readonly<Record<string, string>>;
  /** Milliseconds between two requests. */
  readonly delayMs: number;
  /** Milliseconds until a request is given up, however much of its answer has come. */
  readonly timeoutMs: number;
  /** Nothing more is sent after the first test that fails. */
  readonly bail: boolean;
};

/** What is told while a job runs. */
export type Listener = {
  readonly onItem: (run: ItemRun) => void;
  /** A request waits to be sent again: for how long, and why. */
  readonly onWaiting: (text: string) => void;
  /** A response is there, with so many bytes in its body, and is checked now. */
  readonly onResponse?: (size: number) => void;
};

/** Runs a job. Rejects when newman itself fails. After `stop` nothing more is sent. */
export type Runner = (job: Job, listener: Listener) => Running;

export type Running = { readonly ended: Promise<void>; readonly stop: () => void };

/** What became of one item of a collection. Without `status` and `error` nothing was sent. */
export type ItemRun = {
  readonly itemId: string;
  /** Why nothing came back. */
  readonly error?: string;
  /** Why a script stopped. */
  readonly scriptError?: string;
  /** Why the pre-request script did not let the request be sent. */
  readonly refusal?: string;
  readonly status?: number;
  /** The reason phrase that came with it. */
  readonly reason?: string;
  /** The Content-Type as it came. */
  readonly contentType?: string;
  /** Of the answer, as they came. */
  readonly headers?: Headers;
  /** Bytes of the answer's body. */
  readonly size?: number;
  /** Of an answer that is JSON. */
  readonly shape?: Shape;
  /** The body of the answer where a check did not pass, or none was made; cut where it is long. */
  readonly body?: RecordedBody;
  /** What the check script left in the variable `outcomes`: JSON. */
  readonly outcomes?: string;
  readonly request?: SentRequest;
  /** When it was sent, in milliseconds since the epoch. */
  readonly startedAt?: number;
  /** Milliseconds until the answer was there. */
  readonly durationMs: number;
};

export type SentRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
};
