import { deepestJson, isNestedDeeper } from '../model/json-depth.ts';
import { endOfString, parseNumbers } from './numbers.ts';

/** `unread`: it may be JSON, but it is too much to check. */
export type ParsedBody = { readonly value: unknown } | { readonly error: string; readonly unread?: true };

const tooDeep: ParsedBody = { error: `it is nested more than ${deepestJson} levels deep`, unread: true };

/** Levels that are parsed to see whether it is JSON at all. */
const deepestParsed = 20_000;

/**
 * Parses JSON as strictly as RFC 8259 and I-JSON (RFC 7493) require: UTF-8 without a byte order mark, nothing after the
 * value, no member name twice.
 * @param text the bytes as UTF-8, U+FFFD for what isn't
 */
export function parseStrictly(bytes: Uint8Array, text: string): ParsedBody {
  if (bytes.length === 0) return { error: 'it is empty' };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { error: 'it begins with a byte order mark' };
  // Encoding takes longer than all other steps, and without U+FFFD the bytes are UTF-8.
  if (text.indexOf('\ufffd') >= 0 && !Buffer.from(text, 'utf8').equals(bytes))
    return { error: 'it is not UTF-8' };
  // A parser takes much memory for a million levels. Up to this depth it shows whether the text is JSON at all.
  if (isNestedDeeper(text, deepestParsed)) return tooDeep;
  try {
    JSON.parse(text);
    if (isNestedDeeper(text, deepestJson)) return tooDeep;
    const duplicate = findDuplicate(text);
    return duplicate === undefined
      ? { value: parseNumbers(text) }
      : { error: `the member \`${duplicate}\` is twice in one object` };
  } catch (error) {
    // In Postman's sandbox an excerpt of the text follows.
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { error: first };
  }
}

/** The first member name that an object has twice. The text is known to be JSON, so every name ends at a colon. */
function findDuplicate(text: string): string | undefined {
  const open: Set<string>[] = [];
  // Any white space may come before the colon (RFC 8259, section 2).
  const colon = /[ \t\n\r]*:/y;
  const next = /["{}]/g;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    if (match[0] === '{') open.push(new Set());
    if (match[0] === '}') open.pop();
    if (match[0] !== '"') continue;
    const end = endOfString(text, match.index);
    next.lastIndex = end;
    const names = open[open.length - 1];
    colon.lastIndex = end;
    if (names === undefined || !colon.test(text)) continue;
    const name = String(JSON.parse(text.slice(match.index, end)));
    if (names.has(name)) return name;
    names.add(name);
  }
  return undefined;
}
