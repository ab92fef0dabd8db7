/** A host that receives requests of a region, with the names of the environment variables whose values it receives. */
export type Destination = {
  readonly region: string;
  readonly url: string;
  /** How many test cases are sent there. */
  readonly cases: number;
  readonly variables: readonly string[];
};
