type About = {
  /** Missing where no whole answer came. */
  readonly status?: number | undefined;
  /** Whether what was sent may have been done nonetheless. */
  readonly mayBeDone?: boolean;
  /** The wait that a limit asks for. */
  readonly retryAfterSeconds?: number | undefined;
};

/** What Postman's API could not or would not do, in words for who called. */
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
