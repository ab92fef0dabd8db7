import type { Content, Operation, Response } from '../model/api.ts';
import { isJson } from '../model/media-type.ts';
import type { Case } from './case.ts';
import type { Certainty } from './certainty.ts';

/** A response that a case may get according to the spec: one of its statuses, with one of their media types. */
export type Expected = {
  readonly testCase: Case;
  readonly response: Response;
  readonly content?: Content;
  /** Whether it is read as JSON. */
  readonly json: Certainty;
  /** The values sent, by the name of the query parameter. */
  readonly query: Readonly<Record<string, string>>;
  /** All operations, because a response may be compared with one of another operation. */
  readonly all: readonly Operation[];
};

/** All responses that a case may get. */
export function expectedOf(testCase: Case, all: readonly Operation[]): Expected[] {
  const query = queryOf(testCase);
  return testCase.operation.responses
    .filter((response) => testCase.statuses.some((wanted) => allows(wanted, response.status)))
    .flatMap((response): Expected[] => {
      const one = { testCase, response, query, all };
      if (response.contents.length === 0) return [{ ...one, json: 'never' }];
      // A response to HEAD has no body (RFC 9110, section 9.3.2).
      const isHead = testCase.operation.method === 'HEAD';
      return response.contents.map((content) => {
        return { ...one, content, json: isHead ? 'never' : readAsJson(content) };
      });
    });
}

/** `4XX` allows `404`. */
function allows(wanted: string, status: string): boolean {
  return wanted === status || wanted === `${status.charAt(0)}XX`;
}

/** With a range such as `text/*`, only the response shows whether it is JSON. */
function readAsJson({ mediaType }: Content): Certainty {
  if (isJson(mediaType)) return 'always';
  return mediaType.includes('*') ? 'maybe' : 'never';
}

function queryOf({ outgoing }: Case): Record<string, string> {
  const sent = outgoing.parameters.filter(({ parameter, disabled }) => parameter.in === 'query' && !disabled);
  return Object.fromEntries(sent.map(({ parameter, value }) => [parameter.name, String(value)]));
}
