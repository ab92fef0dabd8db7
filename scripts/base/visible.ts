/** What moves the cursor, sets colours or turns the direction of writing. A line feed is text, and so is every letter. */
const unprintable =
  /(?!\n)[\p{Cc}\p{Cs}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** The text with unprintable characters as `\u001b`: a response can't write on the terminal. JSON keeps its value. */
export function visible(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a file, in which tabs may indent. */
export function visibleInFile(text: string): string {
  return text.split('\t').map(visible).join('\t');
}

/**
 * A line that begins with `::`, for the runner of GitHub, which skips white space, and perhaps what can't be seen
 * (.NET compares strings so).
 */
const command = /^([\s\p{DI}]*):(?=\p{DI}*:)/gmu;

/** `##[group]`, `##vso[…]`, `##teamcity[…]`: some are read anywhere in a line. */
const marked = /(?<=#)#(?=\w*\[)/g;

/** The text without commands for a CI service: the first character of each is written as `\u003a`. JSON keeps its value. */
export function withoutCommands(text: string): string {
  return text.replace(command, '$1\\u003a').replace(marked, '\\u0023');
}
