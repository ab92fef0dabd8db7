export type Headers = readonly (readonly [name: string, value: string])[];

/** A request as it was sent, and its response. Secrets are already redacted. */
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
  /** Missing if none was received. */
  readonly response?: {
    readonly status: number;
    readonly reason: string;
    readonly headers: Headers;
    /** Bytes of the body, decoded. */
    readonly size: number;
    /** Only kept if a check did not pass. */
    readonly body?: RecordedBody;
  };
  /** Why no response was received. */
  readonly error?: string;
};

/** A body, or its beginning. */
export type RecordedBody = {
  /** Decoded as UTF-8. */
  readonly text: string;
  /** Bytes of the whole body. */
  readonly size: number;
  /** Of the whole body as received, in hexadecimal digits. */
  readonly sha256: string;
  /** Whether `text` is only its beginning. */
  readonly cut: boolean;
};
