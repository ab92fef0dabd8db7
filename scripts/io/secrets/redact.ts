import { createCutRedactor } from './cut.ts';
import { createForm, type Form } from './form.ts';
import { createSearch, type TextRange } from './leak.ts';

/**
 * Returns a function that replaces each secret of four characters or more with `***`. It finds a secret as it is, and
 * with any of its characters percent-encoded, as `+` for a space, JSON-escaped, or escaped for a JSON pointer, markup or
 * a shell. It also finds hexadecimal digits, base64 and base64url; from eight bytes on also within longer base64, except
 * the characters at the edges. From six characters on, it removes the beginning of a secret before `...`. Finally it
 * removes what `createSearch` finds, which decodes other combinations.
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

/** Caches short texts, because many cases have the same names and messages. */
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

/** The most parts of a text that are replaced one by one. A text with more is replaced as a whole. */
const mostFound = 20;

/** Removes the parts in which the search finds a secret. Bisection narrows each one, because the search is not exact. */
function withoutFound(text: string, search: (text: string) => TextRange | undefined): string {
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

/** The smallest n <= most for which isSo(n) holds. */
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

/** Repeats, because `***` and the text around it may form a secret again. Each round shortens the text. */
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

/** The characters of a longer base64 that depend only on these bytes, after `offset` bytes (mod 3). */
function inner(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
