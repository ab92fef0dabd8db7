/** How the v1 API words a mistake. */
export type Wording = {
  readonly type: string;
  readonly msg: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
};

/** A sentence of the request validator, which tells limits nowhere else, and the wording in its place. */
type Translation = { readonly told: RegExp; readonly wording: (detail: string) => Wording };

const translations: readonly Translation[] = [
  { told: /^must have required property/, wording: () => ({ type: 'missing', msg: 'Field required' }) },
  { told: /^must match pattern "(.*)"$/, wording: (pattern) => toPattern(pattern) },
  {
    told: /^must be equal to one of the allowed values: (.*)$/,
    wording: (words) => toEnum(words.split(', ')),
  },
  { told: /^must be >= (.*)$/, wording: (ge) => toLimit('greater_than_equal', 'greater', 'ge', Number(ge)) },
  { told: /^must be <= (.*)$/, wording: (le) => toLimit('less_than_equal', 'less', 'le', Number(le)) },
  {
    told: /^must be integer$/,
    wording: () => ({ type: 'int_parsing', msg: 'Input should be a valid integer' }),
  },
  {
    told: /^must be boolean$/,
    wording: () => ({ type: 'bool_parsing', msg: 'Input should be a valid boolean' }),
  },
  {
    told: /^must be (\w+)$/,
    wording: (type) => ({ type: `${type}_type`, msg: `Input should be a valid ${type}` }),
  },
];

/** The wording for a sentence of the request validator; the sentence itself where there is none. */
export function wordingOf(sentence: string): Wording {
  for (const { told, wording } of translations) {
    const match = told.exec(sentence);
    if (match !== null) return wording(match[1] ?? '');
  }
  return { type: 'value_error', msg: sentence };
}

function toPattern(pattern: string): Wording {
  return {
    type: 'string_pattern_mismatch',
    msg: `String should match pattern '${pattern}'`,
    ctx: { pattern },
  };
}

function toEnum(words: readonly string[]): Wording {
  const quoted = words.map((word) => `'${word}'`);
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } };
}

function toLimit(type: string, than: string, key: string, limit: number): Wording {
  return { type, msg: `Input should be ${than} than or equal to ${limit}`, ctx: { [key]: limit } };
}
