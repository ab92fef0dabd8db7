/** What is no Char of XML 1.0 (section 2.2), lone surrogates included; and CR, which readers make a line feed. */
const noCharacter = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * The text for xmlbuilder2, with what XML can't hold as `\u001b`. Ampersands are escaped twice: the library
 * resolves references once in what it is given, and then writes what looks like one (`&nosuch;`) as it is.
 */
export function toXmlText(text: string): string {
  return text.replace(noCharacter, escapeUnit).replaceAll('&', '&amp;amp;');
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
