/**
 * Puts `***` for each secret of four characters or more: as it is, with any of its characters percent-encoded, `+` for a
 * space, JSON-escaped, as in a JSON pointer or in markup, and as base64 or base64url, for secrets of eight bytes or more also within a longer one (but
 * for the two characters at its edges that it shares). A form of more than 1000 characters must be encoded as a whole to
 * be found.
 * The beginning of one that was cut off goes too, from six characters on, if `...` follows it.
 * Not promised: numbers, secrets that are encoded in two ways, cut in two, in another case, or hashed.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
  if (forms.length === 0) return (text) => text;
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const long = longestFirst.filter((form) => form.length > longestPattern).flatMap(wholeEncodings);
  const short = longestFirst.filter((form) => form.length <= longestPattern);
  const pattern = short.length === 0 ? /$^/u : new RegExp(short.map(anyEncoding).join('|'), 'gu');
  const withoutLong = (text: string): string =>
    long.reduce((rest, form) => rest.replaceAll(form, '***'), text);
  const whole = [...new Set(longestFirst.flatMap(wholeEncodings))];
  return (text) => withoutCut(replaceAll(withoutLong(text), pattern), whole);
}

const shortestCut = 6;

/** Long values are shown up to `...`: what stands before it may be a part of a secret. */
function withoutCut(text: string, forms: readonly string[]): string {
  const [first = '', ...rest] = text.split('...');
  if (rest.length === 0) return text;
  return [first, ...rest]
    .map((piece, index) => (index === rest.length ? piece : withoutBeginning(piece, forms)))
    .join('...');
}

/** Without the longest beginning of a form that the text ends with. */
function withoutBeginning(text: string, forms: readonly string[]): string {
  const lengths = forms.map((form) => {
    for (let length = Math.min(form.length, text.length); length >= shortestCut; length -= 1)
      if (text.endsWith(form.slice(0, length))) return length;
    return 0;
  });
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? text : `${text.slice(0, -longest)}***`;
}

/** Characters; a pattern for more of them is more than a regular expression can be. */
const longestPattern = 1000;

/** A long form as it is, percent-encoded as a whole, and JSON-escaped as a whole. */
function wholeEncodings(form: string): string[] {
  return [form, encodeURIComponent(form), JSON.stringify(form).slice(1, -1)];
}

const shortest = 4;
const longEnoughWithin = 8;

/** What `***` and its neighbours spell may be a secret again; every round makes the text shorter. */
function replaceAll(text: string, pattern: RegExp): string {
  const replaced = text.replace(pattern, '***');
  return replaced === text ? text : replaceAll(replaced, pattern);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const within = bytes.length < longEnoughWithin ? [] : [0, 1, 2].map((offset) => inner(bytes, offset));
  const base64 = [whole, ...within];
  return [secret, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** The characters of a longer base64 that depend on these bytes alone, when `offset` bytes (mod 3) stand before. */
function inner(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

/** The source of a pattern for the text with each character in any of its encodings. */
function anyEncoding(text: string): string {
  return Array.from(text, (character) => `(?:${encodings(character).join('|')})`).join('');
}

/** The longer ones first, for some contain the character itself. Each may have been encoded again and again. */
function encodings(character: string): string[] {
  return [
    hexBytes(Buffer.from(character)),
    Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join(''),
    ...Object.entries(shortEscapes).flatMap(([plain, short]) =>
      plain === character ? [`${backslashes}${literal(short)}`] : [],
    ),
    ...(others.get(character) ?? []),
    literal(character),
  ];
}

/** The escapes of JSON (RFC 8259, section 7) that have a letter or sign of their own, which stands behind a backslash. */
const shortEscapes = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
} as const;

/** In the query of a URL, in a JSON pointer (RFC 6901, section 3), in HTML and XML. */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  [' ', ['\\+']],
  ['~', ['~0']],
  ['/', ['~1']],
  ['&', ['&amp;', '&#38;']],
  ['<', ['&lt;', '&#60;']],
  ['>', ['&gt;', '&#62;']],
  ['"', ['&quot;', '&#34;']],
  ["'", ['&apos;', '&#39;', '&#x27;']],
]);

/** An escape in a text in a text has more than one. */
const backslashes = '\\\\{1,15}';

function hexBytes(bytes: Buffer): string {
  return Array.from(bytes, (byte) => `%(?:25){0,4}${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
}

function unicodeEscape(unit: number): string {
  return `${backslashes}u${anyCase(unit.toString(16).padStart(4, '0'))}`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** Every character as a code point: nothing of it is then special in a pattern. */
function literal(text: string): string {
  return Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
}
