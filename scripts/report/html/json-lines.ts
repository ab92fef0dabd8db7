import { parsePointer } from '../../base/pointer.ts';

/** A line of a body, and whether it belongs to what is pointed at. */
export type Line = { readonly text: string; readonly marked: boolean };

/** A string (one that is cut off, too), a sign, or anything else that holds no space. */
const token = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * JSON as indented lines. Nothing but white space is changed: numbers, escapes and names that come twice stay as they
 * were sent, and what was cut off stays cut. The lines of the value that the pointer names are marked.
 */
export function toJsonLines(text: string, pointer: string | undefined): Line[] {
  const writer = createWriter(pointer === undefined ? undefined : parsePointer(pointer));
  const tokens = text.match(token) ?? [];
  for (const [index, word] of tokens.entries()) writer.write(word, tokens[index + 1]);
  return writer.end();
}

/** An object or array that is open: the name or number of its present value, and whether the pointer leads into it. */
type Open = { readonly isArray: boolean; at: string | number; isName: boolean; readonly onWay: boolean };

type Writer = { write(word: string, next: string | undefined): void; end(): Line[] };

function createWriter(target: readonly string[] | undefined): Writer {
  const lines: Line[] = [];
  const open: Open[] = [];
  let line = '';
  let marked = false;
  /** How many are open around the value that is being marked. */
  let marking: number | undefined;

  const flush = (): void => {
    lines.push({ text: line, marked: marked || marking !== undefined });
    line = '  '.repeat(Math.min(open.length, deepest));
    marked = marking !== undefined;
  };
  const begin = (): boolean => {
    const inside = open.at(-1);
    const onWay =
      target !== undefined &&
      (inside === undefined || (inside.onWay && String(inside.at) === target[open.length - 1]));
    if (onWay && open.length === target.length && marking === undefined) {
      marking = open.length;
      marked = true;
    }
    return onWay;
  };
  const finish = (): void => {
    if (marking === open.length) marking = undefined;
  };
  const opening = (word: string, next: string | undefined): void => {
    const onWay = begin();
    line += word;
    const isArray = word === '[';
    open.push({ isArray, at: 0, isName: !isArray, onWay });
    if (next !== '}' && next !== ']') flush();
  };
  const closing = (word: string): void => {
    const isEmpty = line.endsWith('{') || line.endsWith('[');
    open.pop();
    if (!isEmpty) flush();
    line += word;
    finish();
  };
  const comma = (): void => {
    line += ',';
    flush();
    const inside = open.at(-1);
    if (inside === undefined) return;
    if (typeof inside.at === 'number' && inside.isArray) inside.at += 1;
    inside.isName = !inside.isArray;
  };
  const colon = (): void => {
    line += ': ';
    const inside = open.at(-1);
    if (inside !== undefined) inside.isName = false;
  };
  const scalar = (word: string): void => {
    const inside = open.at(-1);
    if (inside?.isName) inside.at = decode(word);
    else begin();
    line += word;
    if (!inside?.isName) finish();
  };

  return {
    write: (word, next) => {
      if (word === '{' || word === '[') opening(word, next);
      else if (word === '}' || word === ']') closing(word);
      else if (word === ',') comma();
      else if (word === ':') colon();
      else scalar(word);
    },
    end: () => {
      if (line.trim() !== '') flush();
      return lines;
    },
  };
}

/** Levels that are indented: a body may be nested without end. */
const deepest = 40;

function decode(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}
