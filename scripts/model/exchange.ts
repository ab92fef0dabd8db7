export type Headers = readonly (readonly [name: string, value: string])[];

/** A request as it was sent, and what came back. Secrets were replaced before it came to be. */
export type Exchange = {
  readonly region: string;
  readonly operationId: string;
  readonly case: string;
  /** When it was sent: ISO 8601 in UTC, with milliseconds. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body?: RecordedBody;
  };
  /** Missing where none came. */
  readonly response?: {
    readonly status: number;
    readonly reason: string;
    readonly headers: Headers;
    /** Bytes of the body, decoded. */
    readonly size: number;
    /** Kept only where a check did not hold. */
    readonly body?: RecordedBody;
  };
  /** Why none came. */
  readonly error?: string;
};

/** A body, or its beginning. */
export type RecordedBody = {
  /** Decoded as UTF-8. */
  readonly text: string;
  /** Bytes of the whole body. */
  readonly size: number;
  /** Of the whole body as it came, in hexadecimal digits. */
  readonly sha256: string;
  /** Whether `text` is but its beginning. */
  readonly cut: boolean;
};
