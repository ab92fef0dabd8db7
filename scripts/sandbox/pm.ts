/** The part of Postman's sandbox that the scripts use (Postman, "Postman JavaScript reference"). */
export type Pm = {
  readonly info: { readonly requestId: string };
  readonly response: {
    /** Missing where there is no response. */
    readonly code?: number;
    readonly status: string;
    readonly responseTime: number;
    readonly headers: {
      get(name: string): string | undefined;
      all(): readonly { readonly key: string; readonly value: string }[];
    };
    readonly stream?: Uint8Array;
    text(): string;
  };
  readonly request: {
    toJSON(): unknown;
    readonly method: string;
    readonly url: { toString(): string };
    /** What a pre-request script writes here is sent. */
    readonly body?: {
      raw?: string;
      readonly options?: { readonly raw?: { readonly language?: string } };
    };
  };
  readonly variables: {
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    replaceIn(text: string): string;
  };
  readonly collectionVariables: { set(name: string, value: unknown): void };
  readonly execution: { skipRequest(): void; setNextRequest(item: string | null): void };
  readonly test: { (name: string, check: () => void): void; skip(name: string, check: () => void): void };
};
