import { undoAll, withoutEscapes } from './escapes.ts';

/** The least length of a secret. A shorter one can't be distinguished from an ordinary word. */
const shortest = 8;

/** The start and end of a part of a text. */
export type TextRange = readonly [start: number, end: number];

/**
 * Returns a function that finds a part of a text with one of the secrets of eight characters or more: as it is, with
 * escapes that `escapes.ts` can undo, in base64, base64url (RFC 4648) or hexadecimal digits, or in several of these,
 * nested. Ignores spaces, line breaks, `+` (a space in a form), quotes, backslashes (for a shell) and case.
 */
export function createSearch(secrets: readonly string[]): (text: string) => TextRange | undefined {
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

/** The most characters that are searched at once, because decoding takes several times their memory. */
const windowSize = 50_000;

/** The most nested encodings in base64 or hexadecimal digits. */
const mostPacked = 3;

/** The secret, and what remains if parts of it are mistaken for escapes. */
function spellings(secret: string): string[] {
  const whole = squeeze(secret);
  const undone = squeeze(undoAll(secret).at(-1) ?? '');
  return [whole, undone].filter(({ length }) => length >= shortest);
}

type Sought = {
  readonly texts: readonly string[];
  /** The length of the shortest one. */
  readonly least: number;
};

function toSought(texts: readonly string[]): Sought {
  return { texts, least: Math.min(...texts.map(({ length }) => length)) };
}

function shows(text: string, sought: Sought, packed: number): boolean {
  // No encoding is shorter than the secret.
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

/** Decodes base64 and hexadecimal digits from every possible start. Lines may be wrapped. */
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
