/**
 * Whether Postman may take a part of the text for a variable: it substitutes again in the values that it has inserted,
 * up to 19 times. After a brace at the end another one may follow.
 */
export function isTemplate(value: unknown): boolean {
  return /\{(\{|$)/.test(String(value));
}

/** Why a value is not sent. */
export const templateProblem = 'holds `{{`, or ends in `{`, which Postman would take for a variable';
