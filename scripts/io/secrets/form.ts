/** A search text that matches any encoding of each of its characters. */
export type Form = {
  /** The source of a pattern for its beginning. */
  readonly head: string;
  /** The end of the match that begins at an index of a text. */
  readonly endIn: (text: string, index: number) => number | undefined;
};

/** The most characters of a pattern, because one pattern for a long form takes seconds to compile. */
const chunkLength = 16;

export function createForm(text: string): Form {
  const chunks = toChunks(Array.from(text));
  const patterns = new Map<string, RegExp>();
  const patternOf = (chunk: string): RegExp => {
    const pattern = patterns.get(chunk) ?? new RegExp(sourceOf(chunk), 'uy');
    patterns.set(chunk, pattern);
    return pattern;
  };
  return {
    head: sourceOf(chunks[0] ?? ''),
    endIn: (whole, index) => {
      let end = index;
      for (const chunk of chunks) {
        const pattern = patternOf(chunk);
        pattern.lastIndex = end;
        if (!pattern.test(whole)) return undefined;
        end = pattern.lastIndex;
      }
      return end;
    },
  };
}

/** No chunk ends with a backslash, because the following text determines how many represent it. */
function toChunks(characters: readonly string[]): string[] {
  const chunks: string[][] = [[]];
  for (const character of characters) {
    const last = chunks.at(-1) ?? [];
    if (last.length < chunkLength || last.at(-1) === '\\') last.push(character);
    else chunks.push([character]);
  }
  return chunks.map((chunk) => chunk.join(''));
}

function sourceOf(chunk: string): string {
  return Array.from(chunk, (character) => `(?:${encodings(character).join('|')})`).join('');
}

/** The longer ones first, because some contain the character itself. Each may have been encoded repeatedly. */
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

/** The two-character escapes of JSON (RFC 8259, section 7). */
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

/** In the query of a URL, in a JSON pointer (RFC 6901, section 3), in HTML and XML, in a shell. */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  [' ', ['\\+']],
  ['~', ['~0']],
  ['/', ['~1']],
  ['&', ['&amp;', '&#38;']],
  ['<', ['&lt;', '&#60;']],
  ['>', ['&gt;', '&#62;']],
  ['"', ['&quot;', '&#34;']],
  // In a shell, a single quote closes the quotes, adds an escaped quote and opens them again.
  ["'", ['&apos;', '&#39;', '&#x27;', "'\\\\''"]],
]);

/** An escape in a nested text has several backslashes. */
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

/** Writes each character as a code point, so that none is special in a pattern. */
function literal(text: string): string {
  return Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
}
