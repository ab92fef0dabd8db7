import type { ItemRun } from './item-run.ts';

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
