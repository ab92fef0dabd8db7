/** A host to which requests of a region go, and the environment variables whose values go there, by name. */
export type Destination = {
  readonly region: string;
  readonly url: string;
  /** How many test cases are sent there. */
  readonly cases: number;
  readonly variables: readonly string[];
};
