const shortest = 6;

/**
 * Returns a function that redacts the first part of a secret, six characters or more, before `...` in a text. Long
 * values are cut there, perhaps in the middle of a secret.
 * @param texts the encodings of the secrets, as they may be cut
 * @param secrets the same secrets, because each character may have been escaped before
 */
export function createCutRedactor(
  texts: readonly string[],
  secrets: readonly string[],
): (text: string) => string {
  const forms = [...new Set([...texts.flatMap(wholeEncodings), ...secrets.flatMap(spellings)])];
  return (text) => {
    const [first = '', ...rest] = text.split('...');
    if (rest.length === 0) return text;
    return [first, ...rest]
      .map((piece, index) => (index === rest.length ? piece : redactCutSecret(piece, forms)))
      .join('...');
  };
}

/** Redacts the end of the text if a secret in one of its forms begins there: as many characters as fit. */
function redactCutSecret(text: string, forms: readonly string[]): string {
  const tail = text.slice(-shortest);
  const lengths = forms.map((form) => {
    if (!form.includes(tail)) return 0;
    for (let length = Math.min(form.length, text.length); length >= shortest; length -= 1)
      if (text.endsWith(form.slice(0, length))) return length;
    return 0;
  });
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? text : `${text.slice(0, -longest)}***`;
}

/** A form as it is, percent-encoded as a whole, and JSON-escaped as a whole. */
function wholeEncodings(form: string): string[] {
  return [form, encodeURIComponent(form), JSON.stringify(form).slice(1, -1)];
}

/** Each character as an escape, even if it needs none: percent-encoded, as in JSON, as in HTML. */
function spellings(secret: string): string[] {
  const units = secret.split('').map((unit) => unit.charCodeAt(0));
  const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
  const escaped = [
    [...Buffer.from(secret)].map((byte) => `%${hex(byte, 2)}`),
    units.map((unit) => `\\u${hex(unit, 4)}`),
    units.map((unit) => `&#x${hex(unit, 1)};`),
  ].map((parts) => parts.join(''));
  const upper = escaped.map((text) => text.replace(/[\da-f]+(?![\da-f])/g, (digits) => digits.toUpperCase()));
  return [...escaped, ...upper, units.map((unit) => `&#${unit};`).join('')];
}
