/** The roles of text; their colours are the terminal's own sixteen, so that every theme can show them. */
export type Style = 'bad' | 'doubt' | 'good' | 'dim' | 'strong' | 'plain';

/** What `Paint` writes around a piece, as the source of a regular expression. */
export const rendition = String.raw`\u001b\[(?:1|22?|3[1239])m`;

/** Colours a piece of text for its role. */
export type Paint = (style: Style, text: string) => string;

/** Select Graphic Rendition (ECMA-48, section 8.3.117): on and off. */
const renditions: Readonly<Record<Style, readonly [number, number] | undefined>> = {
  bad: [31, 39],
  doubt: [33, 39],
  good: [32, 39],
  dim: [2, 22],
  strong: [1, 22],
  plain: undefined,
};

/** Colours a piece of a line, or leaves it as it is. */
export function createPaint(colour: boolean): Paint {
  return (style, text) => {
    const rendition = renditions[style];
    if (!colour || rendition === undefined || text.trim() === '') return text;
    return `\u001b[${rendition[0]}m${text}\u001b[${rendition[1]}m`;
  };
}
