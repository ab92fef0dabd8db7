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

/** The text cut in its middle where it is wider; the ends tell operations apart. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const characters = Array.from(text);
  const tail = Math.floor((width - 1) / 2);
  return `${characters.slice(0, width - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}
