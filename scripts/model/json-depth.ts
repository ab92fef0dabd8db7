/** The deepest nesting of arrays and objects that is read in a response. RFC 8259 (section 9) allows a limit. */
export const deepestJson = 1000;

/**
 * Whether a text that may be JSON is nested deeper than so many levels. One pass without a stack: a parser takes much
 * memory for a million levels, and a function that calls itself would run out of stack.
 */
export function isNestedDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = endOfString(text, index);
    else if (code === openArray || code === openObject) depth += 1;
    else if (code === closeArray || code === closeObject) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}

const [quote, backslash, openArray, closeArray, openObject, closeObject] = [34, 92, 91, 93, 123, 125];

/** The index of the quotation mark that closes the string at `start`, or else the end of the text. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== quote) {
    index += text.charCodeAt(index) === backslash ? 2 : 1;
  }
  return index;
}
