import { stripVTControlCharacters } from 'node:util';

/** The most nested escapes. */
const mostRounds = 8;

/** The text, its forms with each kind of escape undone, and its forms without invisible parts between characters. */
export function withoutEscapes(text: string): string[] {
  const undone = undoAll(text);
  const bare = undone.flatMap(barely);
  const more = [text, undone.at(-1) ?? ''].flatMap(barely).flatMap(undoAll);
  return [...new Set([...undone, ...bare, ...more])];
}

/** The text, and each form in which one more kind of escape is undone, until there are none. */
export function undoAll(text: string): string[] {
  const texts = [text];
  let latest = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = latest;
    for (const [sign, decode] of undo) {
      if (!latest.includes(sign)) continue;
      const next = decode(latest);
      if (next !== latest) texts.push(next);
      latest = next;
    }
    if (latest === before) break;
  }
  return texts;
}

/** Each function undoes one kind of escape, recognized by its character, and drops nothing else. */
const undo: readonly (readonly [string, (text: string) => string])[] = [
  ['&', fromMarkup],
  ['=', fromQuotedPrintable],
  ['%', fromPercent],
  ['\\', fromBackslashes],
  // A JSON pointer (RFC 6901, section 3).
  ['~', (text) => text.replaceAll('~1', '/').replaceAll('~0', '~')],
];

/** The forms without parts that may be noise: the secret may be such a part, or the text around it. */
function barely(text: string): string[] {
  // UTF-16 that was read as UTF-8.
  const utf8 = text.replaceAll('\0', '');
  const plain = utf8.includes('\u001b') ? stripVTControlCharacters(utf8) : utf8;
  const untagged = plain.replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
  const all = [utf8, plain, untagged, text.replace(quoted, fromHex)];
  return [...new Set(all)].filter((one) => one !== text);
}

/** RFC 2045, section 6.7. A single `=` with two digits after it may also be a parameter. */
const quoted = /(?:=[\da-f]{2})+/gi;

/** The hexadecimal digits of the text, decoded as UTF-8. */
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

/** Only decodes what is certainly quoted-printable. */
function fromQuotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[\da-f]{2}){3,}|=3d/gi, fromHex);
}

/** RFC 3986, section 2.1, and JavaScript's `escape` (ECMA-262, annex B.2.1.1). */
function fromPercent(text: string): string {
  return text
    .replace(/%u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:%[\da-f]{2})+/gi, fromHex);
}

/** JSON's decoding drops the backslash of unknown escapes, so those of other languages are undone first, and alone. */
function fromBackslashes(text: string): string {
  const bytes = fromByteEscapes(text);
  return bytes === text ? fromJson(text) : bytes;
}

/** `\x2f` and `\057`, the byte escapes of programming languages, however often their backslash was escaped. */
function fromByteEscapes(text: string): string {
  return text.replace(/(?:(?<!\\)\\+(?:x[\da-f]{2}|[0-3][0-7]{2}))+/gi, (run) => {
    const bytes = run.split(/\\+/).slice(1);
    const codes = bytes.map((one) => Number.parseInt(one.replace(/x/i, ''), /x/i.test(one) ? 16 : 8));
    return Buffer.from(codes).toString();
  });
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** RFC 8259, section 7, and `\u{2f}` of other languages. */
function fromJson(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|(.))/gi, (whole, unit, point, sign) => {
    if (sign !== undefined) return letters[sign] ?? sign;
    const code = Number.parseInt(unit ?? point, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
