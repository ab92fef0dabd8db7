import { stripVTControlCharacters } from 'node:util';

/** Escapes inside one another. */
const mostRounds = 8;

/** A text, then what it says with one round of escapes taken back, and so on until there are none. */
export function withoutEscapes(text: string): string[] {
  const rounds = [text];
  for (let latest = text; rounds.length <= mostRounds; rounds.push(latest)) {
    const next = undo.reduce((one, [sign, decode]) => (one.includes(sign) ? decode(one) : one), latest);
    if (next === latest) break;
    latest = next;
  }
  return rounds;
}

/** Each takes back one kind of escapes, which all have a sign. */
const undo: readonly (readonly [string, (text: string) => string])[] = [
  ['\u001b', stripVTControlCharacters],
  // UTF-16 that was read as UTF-8.
  ['\0', (text) => text.replaceAll('\0', '')],
  // Tags within a text.
  ['<', (text) => text.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')],
  ['&', fromMarkup],
  ['=', fromQuotedPrintable],
  ['%', (text) => text.replace(/(?:%[\da-f]{2})+/gi, fromHex)],
  ['\\', fromBackslashes],
  // A JSON pointer (RFC 6901, section 3).
  ['~', (text) => text.replaceAll('~1', '/').replaceAll('~0', '~')],
];

/** Of signs and hexadecimal digits the bytes, as UTF-8. */
function fromHex(text: string): string {
  return Buffer.from(text.replace(/[^\da-f]/gi, ''), 'hex').toString();
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references of XML and HTML. */
function fromMarkup(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return names[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** RFC 2045, section 6.7; but a single `=` with two digits behind it is more often a parameter. */
function fromQuotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[\da-f]{2}){3,}|=3d/gi, fromHex);
}

/** Of what JSON knows no more than the backslash goes, so what other languages know comes first, and alone. */
function fromBackslashes(text: string): string {
  const bytes = fromByteEscapes(text);
  return bytes === text ? fromJson(text) : bytes;
}

/** `\x2f` and `\057`, as programming languages write bytes, however often their backslash was escaped. */
function fromByteEscapes(text: string): string {
  return text.replace(/(?:\\+x[\da-f]{2}|\\+[0-3][0-7]{2})+/gi, (run) => {
    const bytes = run.split(/\\+/).slice(1);
    const codes = bytes.map((one) => Number.parseInt(one.replace(/x/i, ''), /x/i.test(one) ? 16 : 8));
    return Buffer.from(codes).toString();
  });
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** RFC 8259, section 7. */
function fromJson(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? (letters[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
