import { stripVTControlCharacters } from 'node:util';

/** Characters of a secret from which on it can be told from a word that happens to be the same. */
const shortest = 8;

/**
 * Whether a text shows one of the secrets of eight characters or more: as it is, or in any of the encodings that
 * reports and answers use, two of them one inside the other included. It looks the other way round than `createRedactor`, which
 * encodes the secrets: what one of them misses the other one may find.
 */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const wanted = secrets.filter((secret) => secret.length >= shortest);
  if (wanted.length === 0) return false;
  const overlap = 12 * Math.max(...wanted.map(({ length }) => length));
  for (let start = 0; start < text.length; start += windowSize) {
    if (isLeaking(text.slice(start, start + windowSize + overlap), wanted)) return true;
  }
  return false;
}

/** Characters that are looked at in one go: decoding takes several times their memory. */
const windowSize = 500_000;

function isLeaking(text: string, wanted: readonly string[]): boolean {
  const least = Math.min(...wanted.map((secret) => Buffer.byteLength(secret)));
  const all = [...decoders, (one: string) => fromBase64(one, Math.floor((least * 8) / 6))];
  const seen = new Set([text]);
  let latest = [text];
  for (let depth = 0; latest.length > 0; depth += 1) {
    if (latest.some((one) => wanted.some((secret) => one.includes(secret)))) return true;
    if (depth === mostEncodings) return false;
    const decoded = new Set(latest.flatMap((one) => all.map((decode) => decode(one))));
    // Most decoders find nothing to decode.
    latest = [...decoded].filter((one) => !seen.has(one));
    for (const one of latest) seen.add(one);
  }
  return false;
}

/** Encodings inside one another. */
const mostEncodings = 2;

type Decoder = (text: string) => string;

/** Lines are wrapped for terminals, at spaces or within a long word. */
const wrap = /\r?\n */g;

const decoders: readonly Decoder[] = [
  (text) => text.replace(wrap, ''),
  (text) => text.replace(wrap, ' '),
  stripVTControlCharacters,
  fromPercent,
  fromJson,
  fromMarkup,
  (text) => text.replaceAll('~1', '/').replaceAll('~0', '~'),
  (text) => text.replaceAll(`'\\''`, "'"),
  (text) => text.replace(/(?:[\da-f]{2}){8,}/gi, (digits) => Buffer.from(digits, 'hex').toString()),
];

/** RFC 3986, section 2.1, and `+` for a space. */
function fromPercent(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** RFC 8259, section 7. */
function fromJson(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? (letters[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references of XML and HTML. */
function fromMarkup(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return names[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** What stands in base64 or base64url (RFC 4648) of so many characters, wherever in it something begins; a line each. */
function fromBase64(text: string, least: number): string {
  const pieces = [...new Set(text.match(/[\w+/-]{11,}/g)?.filter(({ length }) => length >= least))];
  const decoded = [0, 1, 2, 3].flatMap((offset) =>
    pieces.map((piece) => Buffer.from(piece.slice(offset), 'base64').toString('latin1')),
  );
  return Buffer.from(decoded.join('\n'), 'latin1').toString();
}
