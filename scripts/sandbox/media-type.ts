import { findMediaType } from '../model/media-type.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import type { ReceivedResponse } from './response.ts';

/** The Content-Type, parsed, is one of the documented ones; ranges such as `text/*` count. */
export function checkMediaType(response: ReceivedResponse): Outcome[] {
  const { documented } = response;
  if (documented === undefined) return [];
  const types = Object.keys(documented.contents);
  const header = response.header('Content-Type');
  const pointer = documented.pointer;
  const outcome = (verdict: Outcome['verdict'], message: string, expected: string): Outcome[] => {
    return [
      { check: 'media-type', verdict, message, expected, actual: header || 'no Content-Type', pointer },
    ];
  };
  if (types.length === 0) {
    if (response.body.bytes.length === 0) return [];
    // Many specs leave out the body of an error; that alone doesn't break a clause.
    return outcome('drift', 'there is a body, and none is documented', 'no body');
  }
  const expected = types.join(' or ');
  if (findContent(response) !== undefined) return outcome('passed', `the media type is ${header}`, expected);
  const message = header ? 'the media type is not documented' : 'there is no Content-Type';
  return outcome(verdictOf(documented.provenance), message, expected);
}

/** The documented media type that the response's Content-Type matches. */
export function findContent({ documented, header }: ReceivedResponse): string | undefined {
  if (documented === undefined) return undefined;
  return findMediaType(Object.keys(documented.contents), header('Content-Type') || '');
}
