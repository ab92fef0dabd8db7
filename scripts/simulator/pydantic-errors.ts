/** The type, message and context of an error of the v1 API (pydantic 2). */
export type PydanticError = {
  readonly type: string;
  readonly msg: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
};

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
export function toPydanticError(text: string): PydanticError {
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
