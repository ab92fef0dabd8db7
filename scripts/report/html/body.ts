import { count } from '../../base/words.ts';
import type { RecordedBody } from '../../model/exchange.ts';
import { cut } from '../page/render.ts';
import { type Line, toJsonLines } from './json-lines.ts';
import type { Piece } from './pieces.ts';

/** A body as the report shows it. */
export type BodyView = ReturnType<typeof toBodyView>;

/** The number of lines shown at first with and without a marked line, and how many of them are above the mark. */
const window = { marked: 30, plain: 18, above: 10 };

/** The largest number of characters of a line, and of a part of a body. */
const longest = { line: 1000, part: 5000 };

/**
 * Splits a body into the lines around the marked ones and the lines before and after, and adds notes.
 * @param pointers JSON pointers to what should be marked. Only the first one that the body contains is used
 */
export function toBodyView(body: RecordedBody, pointers: readonly string[]) {
  const tried = pointers.map((pointer) => toLines(body, pointer));
  const lines = tried.find((one) => one.some(({ marked }) => marked)) ?? toLines(body, undefined);
  const first = lines.findIndex(({ marked }) => marked);
  const start = Math.max(0, first - window.above);
  const end = start + (first < 0 ? window.plain : window.marked);
  return {
    notes: notesOf(body, pointers.length > 0 && first < 0 ? pointers.at(-1) : undefined),
    before: toPart(lines.slice(0, start).reverse(), 'before', true),
    shown: toPart(lines.slice(start, end), 'more'),
    after: toPart(lines.slice(end), 'after'),
  };
}

/** Whether the body contains what the pointer refers to. */
export function leadsTo(body: RecordedBody, pointer: string): boolean {
  return toLines(body, pointer).some(({ marked }) => marked);
}

/** Pretty-prints JSON. Other bodies are only split into lines. */
function toLines({ text, cut: isCut }: RecordedBody, pointer: string | undefined): readonly Line[] {
  if (text === '') return [];
  const isJson = isCut ? /^\s*[{[]/.test(text) : parses(text);
  if (isJson) return toJsonLines(text, pointer);
  return text.split(/\r?\n/).map((line) => ({ text: line, marked: false }));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function notesOf(body: RecordedBody, sought: string | undefined): string[] {
  const size = count(body.size, 'byte');
  return [
    ...(body.size === 0 ? ['The body is empty.'] : []),
    ...(body.cut ? [`Only the beginning was kept, of ${size} with SHA-256 ${body.sha256}.`] : []),
    ...(sought !== undefined && body.cut ? [`The place ${sought} is not in it.`] : []),
  ];
}

/** The lines up to the limit, and the number of the others. `reversed` lines begin with the last one. */
function toPart(lines: readonly Line[], where: string, reversed = false) {
  const kept: Line[] = [];
  let left = longest.part;
  for (const line of lines) {
    if (left <= 0) break;
    const text = cut(line.text, Math.min(longest.line, left));
    left -= text.length + 1;
    kept.push({ ...line, text });
  }
  const skipped = lines.length - kept.length;
  return {
    label: `${count(lines.length, 'line')} ${where}`,
    pieces: toPieces(reversed ? kept.reverse() : kept),
    skipped: skipped === 0 ? '' : `… ${count(skipped, 'more line')}`,
  };
}

/** Joins neighbouring lines that are all marked or all unmarked. */
function toPieces(lines: readonly Line[]): Piece[] {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of lines) {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += `${text}\n`;
    else pieces.push({ text: `${text}\n`, marked });
  }
  return pieces;
}
