import { isObject } from '../base/read.ts';
import { deepestJson, isNestedDeeper } from '../model/json-depth.ts';
import { isJson } from '../model/media-type.ts';
import { outcomesVariable } from '../model/reserved-names.ts';
import type { Shape } from '../model/shape.ts';
import { toShape } from '../model/to-shape.ts';
import { isWaitingText } from '../model/waiting.ts';
import type { ItemRun, SentRequest } from './job.ts';
import { sentBody } from './sent-body.ts';

/** The id of the item that an event is about. newman has no types for its events, so this file narrows them. */
export function itemIdOf(args: unknown): string {
  return textAt(args, 'item', 'id');
}

/** The message of an error, or of an object that newman passes as one. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : textAt(error, 'message') || String(error);
}

/** An unfinished run of an item, with the whole body of its response. */
export type Unfinished = Omit<ItemRun, 'itemId' | 'body'> & { readonly bytes?: Buffer };

/** Status, headers, body and time of the response in a `request` event. */
export function responseOf(args: unknown): Partial<Unfinished> {
  const response = at(args, 'response');
  const status = at(response, 'code');
  const reason = textAt(response, 'status');
  const time = at(response, 'responseTime');
  if (typeof status !== 'number') return { error: 'newman reports no response' };
  const headers = headersOf(response);
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const bytes = at(response, 'stream');
  return {
    status,
    reason,
    headers,
    durationMs: typeof time === 'number' ? time : 0,
    ...(contentType !== undefined && { contentType }),
    ...(Buffer.isBuffer(bytes) && { bytes, size: bytes.length, ...shapeOf(contentType, bytes) }),
  };
}

/** The shape of a JSON body. A body that is not JSON, or nested too deep, has none; a check reports it. */
export function shapeOf(contentType: string | undefined, bytes: Buffer): { readonly shape?: Shape } {
  if (contentType === undefined || !isJson(contentType)) return {};
  const text = bytes.toString();
  if (isNestedDeeper(text, deepestJson)) return {};
  try {
    return { shape: toShape(JSON.parse(text)) };
  } catch {
    return {};
  }
}

/** The request of a `request` event as it was sent, with its variables resolved. */
export function requestOf(args: unknown): { readonly request?: SentRequest } {
  const request = at(args, 'request');
  const method = at(request, 'method');
  const { headers, ...body } = sentBody(at(request, 'body'));
  if (typeof method !== 'string') return {};
  const url = String(at(request, 'url'));
  return { request: { method, url, headers: [...headersOf(request), ...headers], ...body } };
}

/** The variable `outcomes` after the scripts of a `test` event. */
export function outcomesOf(args: unknown): Pick<ItemRun, 'outcomes'> {
  const executions = at(args, 'executions');
  const last: unknown = Array.isArray(executions) ? executions.at(-1) : undefined;
  const values = at(last, 'result', '_variables', 'values', 'members');
  const found: unknown = Array.isArray(values)
    ? values.find((value) => textAt(value, 'key') === outcomesVariable)
    : {};
  const text = textAt(found, 'value');
  return text === '' ? {} : { outcomes: text };
}

/** Whether every check passed. For a response that does not count, whether it has no finding. */
export function allPassed(outcomes: string | undefined): boolean {
  const result: unknown = outcomes === undefined ? undefined : JSON.parse(outcomes);
  const all = at(result, 'outcomes');
  if (at(result, 'again') !== undefined) return at(result, 'found') !== true;
  return Array.isArray(all) && all.every((outcome) => at(outcome, 'verdict') === 'passed');
}

/** The text of a `console` event about a request that waits to be sent again. No other event comes before the wait. */
export function waitingOf(args: unknown): string | undefined {
  const messages = at(args, 'messages');
  const text: unknown = Array.isArray(messages) ? messages[0] : undefined;
  return typeof text === 'string' && isWaitingText(text) ? text : undefined;
}

function headersOf(message: unknown): (readonly [string, string])[] {
  const members = at(message, 'headers', 'members');
  if (!Array.isArray(members)) return [];
  return members.map((header) => [textAt(header, 'key'), textAt(header, 'value')] as const);
}

function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((part: unknown, key) => (isObject(part) ? part[key] : undefined), value);
}

/** Frees what newman keeps for its own reporters, such as every response. */
export function forget(emitter: unknown): void {
  const executions = at(emitter, 'summary', 'run', 'executions');
  const failures = at(emitter, 'summary', 'run', 'failures');
  if (!Array.isArray(executions) || !Array.isArray(failures)) return;
  // newman also refers to these objects elsewhere.
  for (const execution of executions) for (const key of Object.keys(execution)) delete execution[key];
  executions.length = 0;
  failures.length = 0;
}

/**
 * Makes the run of a `start` event abort responses with more than so many bytes, once decoded, and with headers of more
 * than so many: Node accepts 16 KiB, but no standard has a limit (RFC 9110, section 5.4).
 */
export function limitResponses(
  args: unknown,
  { maxResponseSize, maxHeaderSize }: { readonly maxResponseSize: number; readonly maxHeaderSize: number },
): void {
  const options = at(args, 'run', 'requester', 'options');
  // newman has no option for this, but postman-runtime has.
  if (!isObject(options)) throw new Error('newman has no requester: the size of responses cannot be limited');
  Object.assign(options, { maxResponseSize, maxHeaderSize });
}
