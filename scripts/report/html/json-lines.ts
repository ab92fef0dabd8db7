import { parsePointer } from '../../base/pointer.ts';

/** A line of a body, and whether it belongs to what is pointed at. */
export type Line = { readonly text: string; readonly marked: boolean };

/** A string (one that is cut off, too), a sign, or anything else that holds no space. */
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],:]|[^\s"{}[\],:]+/g;

/** Levels that are indented: a body may be nested without end. */
const deepest = 40;

/**
 * JSON as indented lines. Only white space is changed: numbers, escapes and repeated names stay as they were sent, and
 * what was cut off stays cut. The lines of the value that the pointer names are marked.
 */
export function toJsonLines(text: string, pointer: string | undefined): Line[] {
  const lines: Line[] = [];
  let previous = ',';
  for (const { word, depth, belongs } of readTokens(text, pointer)) {
    const isNew = previous === ',' || isOpening(previous) !== isClosing(word);
    const line = isNew ? undefined : lines.pop();
    const before = line?.text ?? '  '.repeat(Math.min(depth, deepest));
    lines.push({ text: before + (word === ':' ? ': ' : word), marked: line?.marked || belongs });
    previous = word;
  }
  return lines;
}

type Token = { readonly word: string; readonly depth: number; readonly belongs: boolean };

/** Tokens that belong to the value that the pointer names; its name and the comma behind it do, too. */
function readTokens(text: string, pointer: string | undefined): Token[] {
  const place = pointer === undefined ? undefined : parsePointer(pointer);
  const tokens = text.match(token) ?? [];
  /** The name or number of the present value in each object and array that is open. */
  const path: (string | number | undefined)[] = [];
  return tokens.map((word, index) => {
    if (isClosing(word)) path.pop();
    if (tokens[index + 1] === ':') path.splice(-1, 1, decode(word));
    const belongs = place?.every((key, at) => path[at]?.toString() === key) ?? false;
    const depth = path.length;
    if (isOpening(word)) path.push(word === '[' ? 0 : undefined);
    if (word === ',') path.push(following(path.pop()));
    return { word, depth, belongs };
  });
}

/** An object's next name is not known yet. */
function following(key: string | number | undefined): number | undefined {
  return typeof key === 'number' ? key + 1 : undefined;
}

function isOpening(word: string): boolean {
  return word === '{' || word === '[';
}

function isClosing(word: string): boolean {
  return word === '}' || word === ']';
}

function decode(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}
