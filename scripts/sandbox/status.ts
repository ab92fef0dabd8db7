import type { Expectation, OperationTable } from '../model/expectation.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import { weaker } from '../model/provenance.ts';
import { findResponse, type ReceivedResponse } from './response.ts';

/** The status is documented for the operation, and one that the test case expects. */
export function checkStatus(
  response: ReceivedResponse,
  expectation: Expectation,
  operation: OperationTable,
): Outcome[] {
  const { status, documented } = response;
  const actual = `${status} ${response.reason}`.trim() + whatNext(response);
  const { statuses, provenance = 'documented' } = expectation;
  const clause = statuses === undefined ? undefined : findResponse(operation.responses, statuses[0] || '');
  const expected = statuses === undefined ? 'a documented success' : `status ${statuses.join(' or ')}`;
  const outcome = (verdict: Outcome['verdict'], message: string, place?: string): Outcome[] => {
    const pointer = place || (clause === undefined ? `${operation.pointer}/responses` : clause.pointer);
    return [{ check: 'status', verdict, message, expected, actual, pointer }];
  };
  // Also where it is not documented: the client was too fast, so the response proves nothing.
  if (status === '429' && !isWanted(status, statuses))
    return outcome(
      'inconclusive',
      'the rate limit is reached, so nothing can be checked: send requests more slowly',
    );
  if (documented !== undefined && isWanted(status, statuses))
    return outcome('passed', `the status is ${status}`);
  const instead = `the status is ${status} instead of ${statuses === undefined ? 'a success' : statuses.join(' or ')}`;
  const uncertain = whyUncertain(response, expectation);
  if (uncertain !== undefined)
    return outcome('inconclusive', `${instead}, but ${uncertain}`, expectation.doubt?.pointer);
  if (documented === undefined) {
    const known = Object.keys(operation.responses).join(', ');
    return outcome(
      'failed',
      `status ${status} is not documented for this operation; documented are ${known}`,
    );
  }
  // An error of the server is wrong for any request.
  const certain = clause === undefined || status.charAt(0) === '5';
  return outcome(certain ? 'failed' : verdictOf(weaker(provenance, clause.provenance)), instead);
}

/** Statuses of a request whose values the server can't use, although they have the right form. */
const unusable = ['400', '404', '409', '422'];

/** Why a refusal proves nothing; undefined for a success, and for an error of the server. */
function whyUncertain(
  { status, documented }: ReceivedResponse,
  { doubt, invented }: Expectation,
): string | undefined {
  if (isDoubtful(status, doubt)) return `the request may be wrong: ${doubt?.reason}`;
  if (invented === undefined || documented === undefined || unusable.indexOf(status) < 0) return undefined;
  const more = invented.length > shown ? ` and ${invented.length - shown} more` : '';
  return `the server may not know the made-up values of ${invented.slice(0, shown).join(', ')}${more}: add examples`;
}

/** How many made-up values are named. */
const shown = 5;

/** Whether the request may be wrong, and the response may be right because of that. */
export function isDoubtful(status: string, doubt: Expectation['doubt']): boolean {
  return doubt !== undefined && status.charAt(0) !== '2' && status.charAt(0) !== '5';
}

/** The target of a redirect, or the duration of a rate limit (RFC 9110, sections 10.2.2 and 10.2.3). */
function whatNext({ status, header }: ReceivedResponse): string {
  const name = status === '429' ? 'Retry-After' : 'Location';
  const value = status === '429' || status.charAt(0) === '3' ? header(name) : undefined;
  return value === undefined ? '' : `, ${name}: ${value}`;
}

function isWanted(status: string, statuses: readonly string[] | undefined): boolean {
  if (statuses === undefined) return status.charAt(0) === '2';
  return statuses.some((wanted) => {
    if (wanted === 'default') return status.charAt(0) === '2';
    return wanted === status || wanted === `${status.charAt(0)}XX`;
  });
}
