import { createPaint, type Paint, type Style } from './paint.ts';

/** What a section is written on. */
export type TerminalPage = { readonly width: number; readonly paint: Paint };

/** Whether a terminal shows colours, and how many columns it has. */
export type TerminalOptions = { readonly colour: boolean; readonly width: number };

/** A page as wide as the terminal. */
export function createPage({ colour, width }: TerminalOptions): TerminalPage {
  return { width, paint: createPaint(colour) };
}

/** The sections below each other, with an empty line between them. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** The lines of a text without a label, each no wider than the page. */
export function plainText(page: TerminalPage, text: string, style: Style = 'plain'): string[] {
  return entry(page, { label: '', text, style });
}

/** Text behind a label, wrapped; the lines after the first hang under the text. */
export type Entry = {
  readonly label: string;
  readonly labelStyle?: Style;
  readonly text: string;
  readonly style?: Style;
};

/** The lines of an entry, each no wider than the page. */
export function entry({ width, paint }: TerminalPage, { label, labelStyle, text, style }: Entry): string[] {
  return wrap(text, width - label.length).map((line, index) => {
    const start = index === 0 ? paint(labelStyle ?? 'plain', label) : ' '.repeat(label.length);
    return `${start}${paint(style ?? 'plain', line)}`.trimEnd();
  });
}

/** Lines of at most `width` columns, broken at spaces; a word that is wider than a line is cut. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 20)));
}

function wrapLine(text: string, width: number): string[] {
  const [first = '', ...pieces] = text.split(' ').flatMap((word) => cut(word, width));
  const lines: string[] = [];
  let line = first;
  for (const piece of pieces) {
    const longer = `${line} ${piece}`;
    const fits = columns(longer) <= width;
    if (!fits) lines.push(line);
    line = fits ? longer : piece;
  }
  return [...lines, line];
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

/** Drawn in two columns: East Asian wide and full-width characters (UAX #11, by their blocks), and emoji. */
const wide =
  /\p{Emoji_Presentation}|[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u;

/** Drawn over the character before them. */
const zeroWidth = /\p{Mn}|\p{Me}|[\u{200b}-\u{200d}]|\u{fe0f}/u;

/** How many columns of a terminal a text takes. */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

function columnsOf(character: string): number {
  if (zeroWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** The text cut in its middle where it is wider; operations differ at their ends. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const characters = Array.from(text);
  const tail = Math.floor((width - 1) / 2);
  return `${characters.slice(0, width - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}
