import type { Issue } from './errors.ts';
import type { Query } from './request.ts';
import { parseUtc } from './time.ts';

/** The parameters as they were sent, without types and defaults. */
type Sent = { readonly query: URLSearchParams; readonly path: Readonly<Record<string, string>> };

/** An error of the request validator; its path is `/query/page`, for example. */
type ValidationError = { readonly path: string; readonly message: string };

const notJson: Issue = { type: 'json_invalid', loc: ['body'], msg: 'The body is not JSON' };

/**
 * The issues of a request, one for each place, from the error of the request validator or of the JSON parser;
 * undefined for an error that the caller did not cause.
 */
export function toIssues(error: unknown, sent: Sent): readonly Issue[] | undefined {
  if (!isRefusal(error)) return undefined;
  if (error.status !== 400 || error.errors === undefined) return [notJson];
  const errors = error.errors.filter(isValidationError);
  const first = errors.filter(({ path }, index) => errors.findIndex((one) => one.path === path) === index);
  return first.map((error) => toIssue(error, sent));
}

/** Issues of times that have the documented form but name a day or an hour that does not exist. */
export function impossibleTimes(query: Query): readonly Issue[] {
  return ['start_time', 'end_time'].flatMap((name) => {
    const input = query[name];
    if (typeof input !== 'string' || parseUtc(input) !== undefined) return [];
    return [
      { type: 'datetime_parsing', loc: ['query', name], msg: 'Input should be a valid datetime', input },
    ];
  });
}

function toIssue({ path, message }: ValidationError, { query, path: segments }: Sent): Issue {
  const [part = '', ...names] = path.split('/').slice(1);
  const name = names.join('/');
  const { type, msg, ctx } = toPydanticError(message);
  const input = part === 'params' ? (segments[name] ?? null) : query.get(name);
  const issue = { type, loc: [part === 'params' ? 'path' : part, ...names], msg, input };
  return ctx === undefined ? issue : { ...issue, ctx };
}

/** The parts of an issue that follow from the message of the request validator. */
type PydanticError = Pick<Issue, 'type' | 'msg' | 'ctx'>;

/** Converts a message of the request validator. Only the message contains the limit that was exceeded. */
type Translation = { readonly message: RegExp; readonly toError: (detail: string) => PydanticError };

const translations: readonly Translation[] = [
  { message: /^must have required property/, toError: () => ({ type: 'missing', msg: 'Field required' }) },
  { message: /^must match pattern "(.*)"$/, toError: (pattern) => toPattern(pattern) },
  {
    message: /^must be equal to one of the allowed values: (.*)$/,
    toError: (words) => toEnum(words.split(', ')),
  },
  {
    message: /^must be >= (.*)$/,
    toError: (ge) => toLimit('greater_than_equal', 'greater', 'ge', Number(ge)),
  },
  { message: /^must be <= (.*)$/, toError: (le) => toLimit('less_than_equal', 'less', 'le', Number(le)) },
  {
    message: /^must be integer$/,
    toError: () => ({ type: 'int_parsing', msg: 'Input should be a valid integer' }),
  },
  {
    message: /^must be boolean$/,
    toError: () => ({ type: 'bool_parsing', msg: 'Input should be a valid boolean' }),
  },
  {
    message: /^must be (\w+)$/,
    toError: (type) => ({ type: `${type}_type`, msg: `Input should be a valid ${type}` }),
  },
];

/** Converts a message of the request validator; an unknown one becomes a `value_error` with that message. */
function toPydanticError(text: string): PydanticError {
  for (const { message, toError } of translations) {
    const match = message.exec(text);
    if (match !== null) return toError(match[1] ?? '');
  }
  return { type: 'value_error', msg: text };
}

function toPattern(pattern: string): PydanticError {
  return {
    type: 'string_pattern_mismatch',
    msg: `String should match pattern '${pattern}'`,
    ctx: { pattern },
  };
}

function toEnum(words: readonly string[]): PydanticError {
  const quoted = words.map((word) => `'${word}'`);
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } };
}

function toLimit(type: string, than: string, key: string, limit: number): PydanticError {
  return { type, msg: `Input should be ${than} than or equal to ${limit}`, ctx: { [key]: limit } };
}

function isRefusal(
  error: unknown,
): error is { readonly status: number; readonly errors?: readonly unknown[] } {
  if (typeof error !== 'object' || error === null) return false;
  return 'status' in error && typeof error.status === 'number' && error.status < 500;
}

function isValidationError(value: unknown): value is ValidationError {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value;
}
