/** Integers of a response that a double does not keep the digits of, by the object or array that has them and their key in it. */
const large = new WeakMap<object, Map<string, bigint>>();

/** Marks an integer in the text that is parsed; all texts have the other mark. */
const [integerMark, textMark] = ['#', '$'];

/** Longer integers are rounded: converting them to a `bigint` takes more than linear time. */
const mostDigits = 1000;

/** Parses JSON like `JSON.parse`, and keeps the digits of large integers for `memberOf`. */
export function parseNumbers(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const marked = markIntegers(text);
  return marked === undefined ? JSON.parse(text) : unmark(JSON.parse(marked));
}

/** A list of only a large integer that is a whole text, so that `memberOf` knows its digits. */
export function holderOf(value: unknown, text: string): object | undefined {
  if (typeof value !== 'number' || !/^\s*-?\d{16,}\s*$/.test(text)) return undefined;
  const holder = parseNumbers(`[${text}]`);
  return Array.isArray(holder) ? holder : undefined;
}

/** A member of an object or array; a large integer as a `bigint` with all its digits. */
export function memberOf(holder: object, key: string): unknown {
  const found = large.get(holder)?.get(key);
  return found === undefined ? Reflect.get(holder, key) : found;
}

/** JSON with all digits of large integers. Undefined where JSON has no such value. */
export function toJson(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  const text = JSON.stringify(value, function (this: object, key: string, member: unknown): unknown {
    const found = memberOf(this, key);
    return typeof found === 'bigint' ? `\ue000${found}\ue001` : member;
  });
  return text === undefined ? undefined : text.replace(/"\ue000(-?\d+)\ue001"/g, '$1');
}

/** The text with marks, or undefined where it has no large integer. */
function markIntegers(text: string): string | undefined {
  const parts: string[] = [];
  let from = 0;
  let found = false;
  const next = /"|-?\d[\d.eE+-]*/g;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [token] = match;
    if (token === '"') {
      parts.push(text.slice(from, match.index + 1), textMark);
      from = match.index + 1;
      next.lastIndex = endOfString(text, match.index);
    } else if (isLarge(token)) {
      parts.push(text.slice(from, match.index), `"${integerMark}${token}"`);
      from = next.lastIndex;
      found = true;
    }
  }
  return found ? [...parts, text.slice(from)].join('') : undefined;
}

function isLarge(token: string): boolean {
  if (!/^-?\d{16,}$/.test(token) || token.length > mostDigits) return false;
  // A double may hold the integer, and still be written with other digits: only 17 of them count.
  return String(Number(token)) !== token;
}

/** The value without marks. It is not nested deeply. */
function unmark(value: unknown): unknown {
  if (typeof value === 'string') return withoutMark(value);
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  const result: object = isList ? [] : {};
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key);
    const name = isList ? key : key.slice(1);
    // Assigning to `__proto__` would not make a member of that name.
    Object.defineProperty(result, name, {
      value: unmark(member),
      writable: true,
      enumerable: true,
      configurable: true,
    });
    if (typeof member === 'string' && member.charAt(0) === integerMark) keep(result, name, member.slice(1));
  }
  return result;
}

function withoutMark(text: string): string | number {
  return text.charAt(0) === integerMark ? Number(text.slice(1)) : text.slice(1);
}

function keep(holder: object, key: string, digits: string): void {
  const members = large.get(holder) || new Map<string, bigint>();
  large.set(holder, members.set(key, BigInt(digits)));
}

/** The place after the closing quotation mark of the string that begins at `start`. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charAt(index - backslashes - 1) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
