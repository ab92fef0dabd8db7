export type Parsed = { readonly value: unknown } | { readonly error: string };

/**
 * Parses JSON as strictly as RFC 8259 and I-JSON (RFC 7493) have it: UTF-8 without a byte order mark,
 * nothing after the value, no member name twice.
 */
export function parseStrictly(bytes: Uint8Array): Parsed {
  if (bytes.length === 0) return { error: 'it is empty' };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { error: 'it begins with a byte order mark' };
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(buffer)) return { error: 'it is not UTF-8' };
  try {
    const value: unknown = JSON.parse(text);
    const duplicate = findDuplicate(text);
    return duplicate === undefined
      ? { value }
      : { error: `the member \`${duplicate}\` stands twice in one object` };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The first member name that an object has twice. The text is known to be JSON, so every name ends at a colon. */
function findDuplicate(text: string): string | undefined {
  const open: Set<string>[] = [];
  const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token, literal, colon] = match;
    if (token === '{') open.push(new Set());
    if (token === '}') open.pop();
    const names = open[open.length - 1];
    if (literal === undefined || colon === undefined || names === undefined) continue;
    const name = String(JSON.parse(literal));
    if (names.has(name)) return name;
    names.add(name);
  }
  return undefined;
}
