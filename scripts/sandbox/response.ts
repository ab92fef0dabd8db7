import type { ResponseTable } from '../model/expectation.ts';
import type { Pm } from './pm.ts';
import { type ParsedBody, parseStrictly } from './strict-json.ts';

/** A response, and what is documented for it. */
export type ReceivedResponse = {
  readonly status: string;
  readonly reason: string;
  readonly body: ResponseBody;
  readonly header: (name: string) => string | undefined;
  /** The documented response of this status, of its class, or `default`. */
  readonly documented?: ResponseTable;
};

/** It is decoded and parsed once: the sandbox does so in script, at about eight megabytes a second. */
export type ResponseBody = {
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8, U+FFFD for what isn't. */
  readonly text: string;
  readonly parse: () => ParsedBody;
};

export function readBody(response: Pm['response']): ResponseBody {
  const bytes = response.stream || Buffer.from(response.text());
  const text = Buffer.from(bytes).toString('utf8');
  let parsed: ParsedBody | undefined;
  return {
    bytes,
    text,
    parse: () => {
      parsed = parsed || parseStrictly(bytes, text);
      return parsed;
    },
  };
}

/** The documented response for a status (OpenAPI 3.1, section 4.8.16: exact, then range, then `default`). */
export function findResponse(
  responses: Readonly<Record<string, ResponseTable>>,
  status: string,
): ResponseTable | undefined {
  return responses[status] || responses[`${status.charAt(0)}XX`] || responses.default;
}
