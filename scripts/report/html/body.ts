import { count } from '../../base/words.ts';
import type { RecordedBody } from '../../model/exchange.ts';
import { cut } from '../page/render.ts';
import { type Line, toJsonLines } from './json-lines.ts';
import type { Piece } from './pieces.ts';

/** A body as the page shows it. */
export type BodyView = ReturnType<typeof toBodyView>;

/** Lines that are shown at once, around what is marked and where nothing is; and above what is marked. */
const window = { marked: 30, plain: 18, above: 10 };

/** Characters of a line, and of a part of a body. */
const longest = { line: 1000, part: 5000 };

/**
 * A body with the lines around what is marked, those before and after it, and notes about it.
 * @param pointers of what is to be marked: the first that leads to something counts
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

/** Whether the body has the place that a pointer names. */
export function leadsTo(body: RecordedBody, pointer: string): boolean {
  return toLines(body, pointer).some(({ marked }) => marked);
}

/** What is not JSON is shown as it was sent. */
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

/** As many lines as fit, and how many do not; `reversed` lines are counted from the last one. */
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

/** Neighbours that are marked alike are one piece. */
function toPieces(lines: readonly Line[]): Piece[] {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const { text, marked } of lines) {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += `${text}\n`;
    else pieces.push({ text: `${text}\n`, marked });
  }
  return pieces;
}
