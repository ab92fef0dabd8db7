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
