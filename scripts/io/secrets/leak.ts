import { undoAll, withoutEscapes } from './escapes.ts';

/** Characters of a secret from which on it can be told from a word that happens to be the same. */
const shortest = 8;

/** Where a stretch of a text begins and ends. */
export type Stretch = readonly [start: number, end: number];

/**
 * What finds a stretch of a text that shows one of the secrets of eight characters or more: as it is, escaped in whatever
 * ways `escapes.ts` takes back, in base64, base64url (RFC 4648) or hexadecimal digits, or in several of these inside one
 * another. Spaces, line breaks, `+` (a space in a form), quotes, backslashes (a shell needs both) and capitals make no
 * difference, and do not count.
 */
export function createSearch(secrets: readonly string[]): (text: string) => Stretch | undefined {
  const texts = [...new Set(secrets.flatMap(spellings))];
  if (texts.length === 0) return () => undefined;
  const sought = toSought(texts);
  const overlap = 12 * Math.max(...secrets.map(({ length }) => length));
  return (text) => {
    for (let start = 0; start < text.length; start += windowSize) {
      const end = start + windowSize + overlap;
      if (shows(text.slice(start, end), sought, mostPacked)) return [start, Math.min(end, text.length)];
    }
    return undefined;
  };
}

/** Characters that are looked at in one go: decoding takes several times their memory. */
const windowSize = 50_000;

/** Encodings in base64 or hexadecimal digits inside one another. */
const mostPacked = 3;

/** As it is, and what is left of it where escapes are taken back that are none. */
function spellings(secret: string): string[] {
  const whole = squeeze(secret);
  const undone = squeeze(undoAll(secret).at(-1) ?? '');
  return [whole, undone].filter(({ length }) => length >= shortest);
}

type Sought = {
  readonly texts: readonly string[];
  /** Characters of the shortest one. */
  readonly least: number;
};

function toSought(texts: readonly string[]): Sought {
  return { texts, least: Math.min(...texts.map(({ length }) => length)) };
}

function shows(text: string, sought: Sought, packed: number): boolean {
  // Every encoding is at least as long.
  if (text.length < sought.least) return false;
  const rounds = withoutEscapes(text);
  const plain = rounds.map(squeeze);
  if (plain.some((one) => sought.texts.some((secret) => one.includes(secret)))) return true;
  return packed > 0 && shows(unpack(rounds, sought), sought, packed - 1);
}

function squeeze(text: string): string {
  return text.replace(/[\s+'"\\]+/g, '').toLowerCase();
}

const base64 = /[\w+/-]{10,}/g;
const hex = /(?:[\da-f][ :,+]?){16,}/gi;

/** What stands in base64 and hexadecimal digits, wherever in it something begins; lines may be wrapped. */
function unpack(texts: readonly string[], { least }: Sought): string {
  const whole = new Set(texts.flatMap((text) => [text, text.replace(/\r?\n[ \t]*/g, '')]));
  const found = (digits: RegExp, fewest: number): string[] => {
    const all = new Set([...whole].flatMap((text) => text.match(digits) ?? []));
    return [...all].filter(({ length }) => length >= fewest);
  };
  const packed = found(base64, Math.floor((least * 8) / 6));
  const decoded = [
    ...[0, 1, 2, 3].flatMap((offset) => packed.map((piece) => Buffer.from(piece.slice(offset), 'base64'))),
    ...found(hex, 2 * least).flatMap((dump) => {
      const digits = dump.replace(/[ :,+]/g, '');
      return [0, 1].map((offset) => Buffer.from(digits.slice(offset), 'hex'));
    }),
  ];
  return decoded.map((bytes) => bytes.toString()).join('\n');
}
