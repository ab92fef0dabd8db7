/** A region as it is to be run: where, with which values, and how fast. */
export type Target = {
  readonly name: string;
  readonly baseUrl: string;
  /** Values of Postman's variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
  /** The environment variable of the other region's token that is tried in this one, where one is. */
  readonly foreignToken?: string;
  /** Requests a minute; as fast as they go where nothing is said. */
  readonly perMinute?: number;
};

/** A value that must not be shown, and the shell variable that holds it. */
export type Secret = { readonly value: string; readonly variable: string };
