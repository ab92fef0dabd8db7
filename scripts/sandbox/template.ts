/**
 * Whether Postman may take a part of the text for a variable: it substitutes again in what it has put in, up to 19
 * times. A brace at the end may come to stand before another one.
 */
export function isTemplate(value: unknown): boolean {
  return /\{(\{|$)/.test(String(value));
}

/** Why a value is not sent. */
export const templateFault = 'holds `{{`, or ends in `{`, which Postman would take for a variable';
