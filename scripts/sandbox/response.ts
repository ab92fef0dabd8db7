import type { ResponseTable } from '../model/expectation.ts';
import type { Pm } from './pm.ts';
import { type ParsedBody, parseStrictly } from './strict-json.ts';

/** A response, and what is documented for it. */
export type ReceivedResponse = {
  readonly status: string;
  readonly reason: string;
  readonly body: ResponseBody;
  /** A header; all its lines, joined. */
  readonly header: (name: string) => string | undefined;
  /** The lines of a header that are not joined. */
  readonly lines: (name: string) => readonly string[];
  /** The documented response of this status, of its class, or `default`. */
  readonly documented?: ResponseTable;
};

/** Of these, a response has one value: the same line twice is a mistake that clients do not notice. */
const single =
  /^(age|content-(length|location|type)|date|etag|expires|last-modified|location|retry-after|server)$/i;

/** Reads headers by name. The lines of one are joined, except those of Set-Cookie (RFC 9110, section 5.3). */
export function headerReader({ headers }: Pm['response']): Pick<ReceivedResponse, 'header' | 'lines'> {
  const all = (name: string): string[] => {
    const own = headers.all().filter(({ key }) => key.toLowerCase() === name.toLowerCase());
    const lines = own.map(({ value }) => value);
    return single.test(name) ? lines.filter((line, index) => lines.indexOf(line) === index) : lines;
  };
  const isApart = (name: string): boolean => /^set-cookie$/i.test(name);
  return {
    header: (name) => {
      const lines = all(name);
      return lines.length === 0 ? undefined : lines.join(isApart(name) ? '\n' : ', ');
    },
    lines: (name) => (isApart(name) ? all(name) : []),
  };
}

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
