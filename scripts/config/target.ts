/** A region to run: its base URLs, values and pace. */
export type Target = {
  readonly name: string;
  readonly baseUrl: string;
  /** Values of Postman variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
  /** The environment variable of another region's token, if it is sent to this region. */
  readonly foreignToken?: string;
  /** Requests a minute; unlimited if missing. */
  readonly perMinute?: number;
};

/** A value to redact, and the shell variable that replaces it. */
export type Secret = { readonly value: string; readonly variable: string };
