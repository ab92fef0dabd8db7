import { createForm, type Form } from './form.ts';

/**
 * Puts `***` for each secret of four characters or more: as it is, with any of its characters percent-encoded, `+` for a
 * space, JSON-escaped, as in a JSON pointer, in markup or in a shell's quotes, as hexadecimal digits, and as base64 or
 * base64url, for secrets of eight bytes or more also within a longer one (but for the two characters at its edges that it
 * shares). The beginning of one that was cut off goes too, from six characters on, if `...` follows it.
 * Not promised: numbers, secrets that are encoded in two ways, cut in two, in another case, or hashed.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const texts = new Set(secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf));
  if (texts.size === 0) return (text) => text;
  const forms = [...texts].sort((a, b) => b.length - a.length).map(createForm);
  const heads = new RegExp(forms.map(({ head }) => head).join('|'), 'gu');
  const spelt = secrets.filter((secret) => secret.length >= shortest).flatMap(spellings);
  const beginnings = [...new Set([...[...texts].flatMap(wholeEncodings), ...spelt])];
  return (text) => withoutCut(replaceAll(text, heads, forms), beginnings);
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
  const tail = text.slice(-shortestCut);
  const lengths = forms.map((form) => {
    if (!form.includes(tail)) return 0;
    for (let length = Math.min(form.length, text.length); length >= shortestCut; length -= 1)
      if (text.endsWith(form.slice(0, length))) return length;
    return 0;
  });
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? text : `${text.slice(0, -longest)}***`;
}

/** A form as it is, percent-encoded as a whole, and JSON-escaped as a whole. */
function wholeEncodings(form: string): string[] {
  return [form, encodeURIComponent(form), JSON.stringify(form).slice(1, -1)];
}

/** With an escape for each character, however plain it is: percent-encoded, as in JSON, as in HTML. */
function spellings(secret: string): string[] {
  const units = secret.split('').map((unit) => unit.charCodeAt(0));
  const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
  const escaped = [
    [...Buffer.from(secret)].map((byte) => `%${hex(byte, 2)}`),
    units.map((unit) => `\\u${hex(unit, 4)}`),
    units.map((unit) => `&#x${hex(unit, 1)};`),
  ].map((parts) => parts.join(''));
  const upper = escaped.map((text) => text.replace(/[\da-f]+(?![\da-f])/g, (digits) => digits.toUpperCase()));
  return [...escaped, ...upper, units.map((unit) => `&#${unit};`).join('')];
}

const shortest = 4;
const longEnoughWithin = 8;

/** What `***` and its neighbours spell may be a secret again; every round makes the text shorter. */
function replaceAll(text: string, heads: RegExp, forms: readonly Form[]): string {
  const pieces: string[] = [];
  let end = 0;
  heads.lastIndex = 0;
  for (let found = heads.exec(text); found !== null; found = heads.exec(text)) {
    const { index } = found;
    const ends = forms.flatMap((form) => form.endIn(text, index) ?? []);
    if (ends.length === 0) {
      heads.lastIndex = index + 1;
      continue;
    }
    pieces.push(text.slice(end, index));
    end = Math.max(...ends);
    heads.lastIndex = end;
  }
  if (end === 0) return text;
  return replaceAll([...pieces, text.slice(end)].join('***'), heads, forms);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const within = bytes.length < longEnoughWithin ? [] : [0, 1, 2].map((offset) => inner(bytes, offset));
  const base64 = [whole, ...within];
  const hex = bytes.toString('hex');
  return [
    secret,
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The characters of a longer base64 that depend on these bytes alone, when `offset` bytes (mod 3) stand before. */
function inner(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
