import { createCutRedactor } from './cut.ts';
import { createForm, type Form } from './form.ts';
import { createSearch, type Stretch } from './leak.ts';

/**
 * Puts `***` for each secret of four characters or more: as it is, with any of its characters percent-encoded, `+` for a
 * space, JSON-escaped, as in a JSON pointer, in markup or in a shell's quotes, as hexadecimal digits, and as base64 or
 * base64url, for secrets of eight bytes or more also within a longer one (but for the two characters at its edges that it
 * shares). The beginning of one that was cut off goes too, from six characters on, if `...` follows it. After that goes
 * whatever `createSearch` finds, which decodes what is not foreseen here.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= shortest);
  if (known.length === 0) return (text) => text;
  const texts = [...new Set(known.flatMap(formsOf))];
  const forms = [...texts].sort((a, b) => b.length - a.length).map(createForm);
  const heads = new RegExp(forms.map(({ head }) => head).join('|'), 'gu');
  const withoutCut = createCutRedactor(texts, known);
  const search = createSearch(known);
  return remembered((text) => withoutFound(withoutCut(replaceAll(text, heads, forms)), search));
}

/** Names and messages are the same in many cases. Long texts are not kept. */
function remembered(change: (text: string) => string): (text: string) => string {
  const changed = new Map<string, string>();
  return (text) => {
    const before = changed.get(text);
    if (before !== undefined) return before;
    const after = change(text);
    if (changed.size >= 5000) changed.clear();
    if (text.length <= 500) changed.set(text, after);
    return after;
  };
}

/** Stretches of a text that are replaced one by one; a text that has more is replaced as a whole. */
const mostFound = 20;

/** Without the stretches in which the search finds a secret. It says where, but not quite: each is narrowed down by halves. */
function withoutFound(text: string, search: (text: string) => Stretch | undefined): string {
  const shows = (part: string): boolean => search(part) !== undefined;
  let rest = text;
  let stretch = search(rest);
  for (let found = 0; stretch !== undefined; found += 1) {
    if (found === mostFound) return '***';
    const [start, end] = stretch;
    const part = rest.slice(start, end);
    const length = least(part.length, (one) => shows(part.slice(0, one)));
    const size = least(length, (one) => shows(part.slice(length - one, length)));
    rest = `${rest.slice(0, start + length - size)}***${rest.slice(start + length)}`;
    stretch = search(rest);
  }
  return rest;
}

/** The least number up to `most`, of which it is so, for which it is so. */
function least(most: number, isSo: (number: number) => boolean): number {
  let [no, yes] = [0, most];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isSo(middle)) yes = middle;
    else no = middle;
  }
  return yes;
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
