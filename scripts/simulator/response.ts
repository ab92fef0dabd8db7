/** A response before it is written, independent of Express. */
export type SimulatedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Written as JSON. */
  readonly body: unknown;
  /** Written as it is instead of `body`. This member and those below are for faults only. */
  readonly text?: string;
  /** Written instead of `body` and `text`. */
  readonly bytes?: Uint8Array;
  /** Milliseconds before it is written. */
  readonly delay?: number;
  /** The connection is reset and nothing is written. */
  readonly reset?: boolean;
};

/** A JSON response with the given status. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimulatedResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** A JSON response with status 200. */
export function ok(body: unknown): SimulatedResponse {
  return json(200, body);
}

/** The body as text. */
export function bodyText(response: SimulatedResponse): string {
  return response.text ?? JSON.stringify(response.body);
}
