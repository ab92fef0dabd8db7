import { visibleInFile } from '../../base/visible.ts';

/** What is left that is no Char of XML 1.0 (section 2.2). */
const noCharacter = /[\u{fffe}\u{ffff}]/gu;

/**
 * The text for xmlbuilder2, with what XML can't hold, and what could not be seen, as `\u001b`. Ampersands are escaped twice: the library
 * resolves references once in what it is given, and then writes what looks like one (`&nosuch;`) as it is.
 */
export function toXmlText(text: string): string {
  return visibleInFile(text).replace(noCharacter, escapeUnit).replaceAll('&', '&amp;amp;');
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
