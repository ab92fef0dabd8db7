import type { Issue } from './errors.ts';
import type { Query } from './request.ts';
import { parseUtc } from './time.ts';
import { type Wording, wordingOf } from './wording.ts';

/** The parameters as they were sent, before they got types and defaults. */
type Sent = { readonly query: URLSearchParams; readonly path: Readonly<Record<string, string>> };

/** One complaint of the request validator; its path is `/query/page`, for example. */
type Complaint = { readonly path: string; readonly message: string };

const notJson: Issue = { type: 'json_invalid', loc: ['body'], msg: 'The body is not JSON' };

/**
 * What is wrong with a request, one entry for each place, from the error of the request validator or of the JSON
 * parser; undefined for an error that is not the caller's.
 */
export function toIssues(error: unknown, sent: Sent): readonly Issue[] | undefined {
  if (!isRefusal(error)) return undefined;
  if (error.status !== 400 || error.errors === undefined) return [notJson];
  const complaints = error.errors.filter(isComplaint);
  const first = complaints.filter(
    ({ path }, index) => complaints.findIndex((one) => one.path === path) === index,
  );
  return first.map((complaint) => toIssue(complaint, sent));
}

/** Times that have the documented form but name a day or an hour that does not exist. */
export function impossibleTimes(query: Query): readonly Issue[] {
  return ['start_time', 'end_time'].flatMap((name) => {
    const input = query[name];
    if (typeof input !== 'string' || parseUtc(input) !== undefined) return [];
    return [
      { type: 'datetime_parsing', loc: ['query', name], msg: 'Input should be a valid datetime', input },
    ];
  });
}

function toIssue({ path, message }: Complaint, { query, path: segments }: Sent): Issue {
  const [part = '', ...names] = path.split('/').slice(1);
  const name = names.join('/');
  const { type, msg, ctx }: Wording = wordingOf(message);
  const input = part === 'params' ? (segments[name] ?? null) : query.get(name);
  const issue = { type, loc: [part === 'params' ? 'path' : part, ...names], msg, input };
  return ctx === undefined ? issue : { ...issue, ctx };
}

function isRefusal(
  error: unknown,
): error is { readonly status: number; readonly errors?: readonly unknown[] } {
  if (typeof error !== 'object' || error === null) return false;
  return 'status' in error && typeof error.status === 'number' && error.status < 500;
}

function isComplaint(value: unknown): value is Complaint {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value;
}
