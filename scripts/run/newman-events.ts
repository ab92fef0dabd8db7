import { maxHeaderSize } from 'node:http';
import { isObject } from '../base/read.ts';
import { deepestJson, isNestedDeeper } from '../model/json-depth.ts';
import { isJson } from '../model/media-type.ts';
import { outcomesVariable } from '../model/reserved-names.ts';
import type { Shape } from '../model/shape.ts';
import { toShape } from '../model/to-shape.ts';
import { isWaitingText } from '../model/waiting.ts';
import type { ItemRun, SentRequest } from './job.ts';

/** The argument of newman's events; what is read from it is narrowed here. */
export type Args = unknown;

export function itemIdOf(args: Args): string {
  return textAt(args, 'item', 'id');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : textAt(error, 'message') || String(error);
}

/** An item's run, and the body of its answer, of which the most part is not kept. */
export type Unfinished = Omit<ItemRun, 'itemId' | 'body'> & { readonly bytes?: Buffer };

/** Status, headers, body and time of the answer of a `request` event. */
export function responseOf(args: Args): Partial<Unfinished> {
  const response = at(args, 'response');
  const status = at(response, 'code');
  const reason = textAt(response, 'status');
  const time = at(response, 'responseTime');
  if (typeof status !== 'number') return { error: 'newman reports no answer' };
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

/** The shape of a body that is JSON; none of any other, or of one that is nested too deep: a check reports both. */
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

/** The request of a `request` event as it was sent, variables resolved. */
export function requestOf(args: Args): { readonly request?: SentRequest } {
  const request = at(args, 'request');
  const method = at(request, 'method');
  const body = at(request, 'body', 'raw');
  if (typeof method !== 'string') return {};
  const url = String(at(request, 'url'));
  return { request: { method, url, headers: headersOf(request), ...(typeof body === 'string' && { body }) } };
}

/** The variable `outcomes` as a `test` event's scripts left it. */
export function outcomesOf(args: Args): Pick<ItemRun, 'outcomes'> {
  const executions = at(args, 'executions');
  const last: unknown = Array.isArray(executions) ? executions.at(-1) : undefined;
  const values = at(last, 'result', '_variables', 'values', 'members');
  const found: unknown = Array.isArray(values)
    ? values.find((value) => textAt(value, 'key') === outcomesVariable)
    : {};
  const text = textAt(found, 'value');
  return text === '' ? {} : { outcomes: text };
}

/** Whether the check script left outcomes, and each of them passed; of an answer that does not count, whether it found nothing. */
export function allPassed(outcomes: string | undefined): boolean {
  const left: unknown = outcomes === undefined ? undefined : JSON.parse(outcomes);
  const all = at(left, 'outcomes');
  if (at(left, 'again') !== undefined) return at(left, 'found') !== true;
  return Array.isArray(all) && all.every((outcome) => at(outcome, 'verdict') === 'passed');
}

/** What a `console` event says of a request that waits to be sent again. It comes before the wait, unlike all others. */
export function waitingOf(args: Args): string | undefined {
  const messages = at(args, 'messages');
  const said: unknown = Array.isArray(messages) ? messages[0] : undefined;
  return typeof said === 'string' && isWaitingText(said) ? said : undefined;
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

/** Lets go of what newman keeps of a run for reports of its own: every answer, for one. */
export function forget(emitter: unknown): void {
  const executions = at(emitter, 'summary', 'run', 'executions');
  const failures = at(emitter, 'summary', 'run', 'failures');
  if (!Array.isArray(executions) || !Array.isArray(failures)) return;
  // newman has these same objects in another place, too.
  for (const execution of executions) for (const key of Object.keys(execution)) delete execution[key];
  executions.length = 0;
  failures.length = 0;
}

/**
 * Has the run of a `start` event give up answers that are longer than so many bytes, once decoded, and those whose
 * headers are longer than Node's own limit: newman would take eight times that.
 */
export function limitAnswers(args: Args, bytes: number): void {
  const options = at(args, 'run', 'requester', 'options');
  // newman has no option for it, though what it stands on has.
  if (!isObject(options)) throw new Error('newman has no requester: the size of answers cannot be limited');
  Object.assign(options, { maxResponseSize: bytes, maxHeaderSize });
}
