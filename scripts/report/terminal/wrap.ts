import { columns } from './columns.ts';

/** Lines of at most `width` columns, broken at spaces; a word that is wider than a line is cut. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 20)));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const piece of text.split(' ').flatMap((word) => cut(word, width))) {
    const longer: string = line === undefined ? piece : `${line} ${piece}`;
    if (line === undefined || columns(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line ?? ''];
}

function cut(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columns(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
