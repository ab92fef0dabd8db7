import type { Paint, Style } from './paint.ts';
import { wrap } from './wrap.ts';

/** What a section is written on. */
export type TerminalPage = { readonly width: number; readonly paint: Paint };

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
