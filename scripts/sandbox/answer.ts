import type { ResponseTable } from '../model/expectation.ts';

/** What came back, and what is documented for it. */
export type Answer = {
  readonly status: string;
  readonly reason: string;
  readonly bytes: Uint8Array;
  readonly header: (name: string) => string | undefined;
  /** The documented response of this status, of its class, or `default`. */
  readonly documented?: ResponseTable;
};

/** The documented response for a status (OpenAPI 3.1, section 4.8.16: exact, then range, then `default`). */
export function findResponse(
  responses: Readonly<Record<string, ResponseTable>>,
  status: string,
): ResponseTable | undefined {
  return responses[status] || responses[`${status.charAt(0)}XX`] || responses.default;
}
