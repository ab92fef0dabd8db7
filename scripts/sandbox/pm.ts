/** The part of Postman's sandbox that the scripts use (Postman, "Postman JavaScript reference"). */
export type Pm = {
  readonly response: {
    readonly code: number;
    readonly status: string;
    readonly headers: { get(name: string): string | undefined };
    readonly stream?: Uint8Array;
    text(): string;
  };
  readonly request: { toJSON(): unknown; readonly url: { toString(): string } };
  readonly variables: {
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    replaceIn(text: string): string;
  };
  readonly collectionVariables: { set(name: string, value: unknown): void };
  readonly execution: { skipRequest(): void; setNextRequest(name: null): void };
  readonly test: { (name: string, check: () => void): void; skip(name: string, check: () => void): void };
};
