import { withoutEscapes } from './escapes.ts';

/** Characters of a secret from which on it can be told from a word that happens to be the same. */
const shortest = 8;

/**
 * Whether a text shows one of the secrets of eight characters or more: as it is, escaped in whatever ways `escapes.ts`
 * takes back, in base64, base64url (RFC 4648) or hexadecimal digits, or in several of these inside one another. Spaces,
 * line breaks, `+` (a space in a form), quotes, backslashes (a shell needs both) and capitals make no difference.
 */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const wanted = secrets.filter((secret) => secret.length >= shortest);
  if (wanted.length === 0 || text.length < shortest) return false;
  const sought = [...new Set(wanted.flatMap(spellings))];
  const overlap = 12 * Math.max(...wanted.map(({ length }) => length));
  for (let start = 0; start < text.length; start += windowSize) {
    if (shows(text.slice(start, start + windowSize + overlap), sought, mostPacked)) return true;
  }
  return false;
}

/** Characters that are looked at in one go: decoding takes several times their memory. */
const windowSize = 500_000;

/** Encodings in base64 or hexadecimal digits inside one another. */
const mostPacked = 3;

/** As it is, and what is left of it where escapes are taken back that are none. */
function spellings(secret: string): string[] {
  const whole = squeeze(secret);
  const undone = squeeze(withoutEscapes(secret).at(-1) ?? '');
  return undone.length < shortest ? [whole] : [whole, undone];
}

function shows(text: string, sought: readonly string[], packed: number): boolean {
  const rounds = withoutEscapes(text);
  const plain = rounds.map(squeeze);
  if (plain.some((one) => sought.some((secret) => one.includes(secret)))) return true;
  const inner = packed === 0 ? '' : unpack(rounds);
  return inner !== '' && shows(inner, sought, packed - 1);
}

function squeeze(text: string): string {
  return text.replace(/[\s+'"\\]+/g, '').toLowerCase();
}

/** What stands in base64 and hexadecimal digits, wherever in it something begins; lines may be wrapped. */
function unpack(texts: readonly string[]): string {
  const whole = texts.flatMap((text) => [text, text.replace(/\r?\n */g, '')]);
  const found = (pattern: RegExp): string[] => [
    ...new Set(whole.flatMap((text) => text.match(pattern) ?? [])),
  ];
  const base64 = found(/[\w+/-]{11,}/g);
  const decoded = [
    ...[0, 1, 2, 3].flatMap((offset) => base64.map((piece) => Buffer.from(piece.slice(offset), 'base64'))),
    ...found(/(?:[\da-f]{2}){8,}/gi).map((digits) => Buffer.from(digits, 'hex')),
  ];
  return decoded.map((bytes) => bytes.toString()).join('\n');
}
