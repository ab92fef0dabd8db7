/** Characters that move the cursor, set colours or change the direction of writing, except line feeds. */
const unprintable =
  /(?!\n)[\p{Cc}\p{Cs}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** Writes unprintable characters as `\u001b`, so that a response can't control the terminal. JSON keeps its value. */
export function visible(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a file, in which tabs are allowed. */
export function visibleInFile(text: string): string {
  return text.split('\t').map(visible).join('\t');
}

/**
 * A line that begins with `::` is a command for the runner of GitHub. It skips white space and perhaps invisible
 * characters, because .NET ignores them in comparisons.
 */
const command = /^([\s\p{DI}]*):(?=\p{DI}*:)/gmu;

/** `##[group]`, `##vso[…]`, `##teamcity[…]`: CI services read some of these anywhere in a line. */
const marked = /(?<=#)#(?=\w*\[)/g;

/** Disables commands for CI services by writing their first character as `\u003a`. JSON keeps its value. */
export function withoutCommands(text: string): string {
  return text.replace(command, '$1\\u003a').replace(marked, '\\u0023');
}
