/** Everything that moves the cursor, sets colours or turns the direction of writing; a line feed is text. */
const unprintable = /(?!\n)[\p{Cc}\p{Cs}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** The text with unprintable characters as `\u001b`: an answer can't write on the terminal. */
export function visible(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
