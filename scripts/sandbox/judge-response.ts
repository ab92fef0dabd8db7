import type { Expectation, OperationTable } from '../model/expectation.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import { checkBody } from './body.ts';
import { capture, discover } from './capture.ts';
import { checkHeaders } from './headers.ts';
import { type History, record } from './history.ts';
import { checkLeaks } from './leaks.ts';
import { checkMediaType } from './media-type.ts';
import type { Memory } from './memory.ts';
import { checkMethod } from './method.ts';
import { recordErrors } from './missing.ts';
import type { Pm } from './pm.ts';
import type { JudgedResponse } from './protocol.ts';
import { findResponse, headerReader, type ReceivedResponse, readBody } from './response.ts';
import type { SchemaError } from './schema-error.ts';
import { checkStatus, isDoubtful } from './status.ts';
import { checkSuccess, toExchange } from './success.ts';
import type { Tables } from './tables.ts';

/** Makes every check on the response. */
export function judgeResponse(pm: Pm, memory: Memory, expectation: Expectation): JudgedResponse {
  const { operation: id, case: name, remember } = expectation;
  const tables = memory.tables[id];
  const operation = tables?.operations[id];
  if (tables === undefined || operation === undefined)
    throw new Error(
      `Nothing is known of \`${id}\`: the first request of its folder has to run before this one.`,
    );
  const key = `${id} ${name}`;
  const judged = { pm, expectation, key, operation, text: '', outcomes: [], earlier: [], reasons: [] };
  if (pm.response.code === undefined) return judged;
  if (remember) record(memory.history.remembered, id, pm.info.requestId);
  const status = String(pm.response.code);
  const body = readBody(pm.response);
  const { header, lines } = headerReader(pm.response);
  const documented = findResponse(operation.responses, status);
  const reason = pm.response.status || '';
  const response: ReceivedResponse = {
    status,
    reason,
    body,
    header,
    lines,
    ...(documented && { documented }),
  };
  const leaks = checkLeaks(status, body.text, pm.response.headers.all(), ownParts(pm));
  const answered = { ...judged, status, text: body.text };
  if (expectation.method !== undefined) {
    const refusal = checkMethod(response, expectation.method, expectation, operation);
    return { ...answered, outcomes: [...refusal, ...leaks] };
  }
  const checked = checkHttp(judged, response, tables, memory.history);
  const outcomes = [
    ...(isDoubtful(status, expectation.doubt) ? checked.map(toInconclusive) : checked),
    ...leaks,
  ];
  const parsed = status.charAt(0) === '2' ? body.parse() : undefined;
  if (parsed === undefined || 'error' in parsed) return { ...answered, outcomes };
  const exchange = toExchange(judged, memory.history, { header, value: parsed.value });
  const related = checkSuccess(exchange);
  const refused = [...(remember ? capture(pm, exchange) : []), ...discover(pm, exchange)];
  return { ...answered, exchange, outcomes: [...outcomes, ...related, ...refused] };
}

/** The checks that need no other response. */
function checkHttp(
  { pm, expectation, operation }: JudgedResponse,
  response: ReceivedResponse,
  tables: Tables,
  history: History,
): Outcome[] {
  const note = (errors: readonly SchemaError[]): void => {
    // What an error lacks says nothing of what a success has.
    if (response.status.charAt(0) === '2') recordErrors(history, expectation.operation, errors);
  };
  // A response to HEAD has no body (RFC 9110, section 9.3.2).
  return [
    ...checkStatus(response, expectation, operation),
    ...checkMediaType(response),
    ...(pm.request.method === 'HEAD' ? [] : checkBody(response, tables, note)),
    ...checkHeaders(response, tables.validators),
    ...checkBudget(pm, operation),
  ];
}

/** Nothing about the refusal of a wrong request fails. */
function toInconclusive(outcome: Outcome): Outcome {
  const { verdict, message } = outcome;
  const reason = 'the request may be wrong, so that its refusal proves nothing';
  return verdict === 'failed' || verdict === 'drift'
    ? { ...outcome, verdict: 'inconclusive', message: `${message}, but ${reason}` }
    : outcome;
}

/** The parts of the request that a response may repeat: where it went, and the values in it. */
function ownParts(pm: Pm): string[] {
  const [, host = '', path = '', query = ''] =
    /^[a-z]+:\/\/([^/?#]*)([^?#]*)\??(.*)$/i.exec(pm.request.url.toString()) || [];
  const values = query.split('&').map((pair) => decode(pair.split('=').slice(1).join('=')));
  return [path, host, host.replace(/:\d+$/, ''), ...values].filter((part) => part.length > 3);
}

/** Percent-decoded, or as it is where the encoding is not well-formed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The response arrived in time, where the spec has a limit. */
function checkBudget({ response }: Pm, { contract }: OperationTable): Outcome[] {
  const { budget } = contract;
  if (budget === undefined) return [];
  const { ms, pointer, provenance } = budget;
  const within = response.responseTime <= ms;
  const actual = `${response.responseTime} ms`;
  const message = within ? 'the response arrived in time' : 'the response took too long';
  return [
    {
      check: 'budget',
      verdict: within ? 'passed' : verdictOf(provenance),
      message,
      expected: `at most ${ms} ms`,
      actual,
      pointer,
    },
  ];
}
