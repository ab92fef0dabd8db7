/** What goes back to the caller, before it is written: nothing here knows of Express. */
export type SimulatedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Written as JSON. */
  readonly body: unknown;
  /** Written instead of `body`, to the letter; like all that follows for faults only. */
  readonly text?: string;
  /** Written instead of `body` and `text`. */
  readonly bytes?: Uint8Array;
  /** Milliseconds until it is written. */
  readonly delay?: number;
  /** The connection is reset and nothing is written. */
  readonly reset?: boolean;
};

/** An answer of JSON with the given status. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimulatedResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** The answer of an operation that went well. */
export function ok(body: unknown): SimulatedResponse {
  return json(200, body);
}

/** The body as it is written. */
export function textOf(answer: SimulatedResponse): string {
  return answer.text ?? JSON.stringify(answer.body);
}
