import { Placeholder } from '../../model/placeholder.ts';

/** A value as the text that stands in a URL or a header, not yet escaped. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Placeholder) return String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * A text of the spec in which Postman finds no variable: of two braces side by side each is written in another way,
 * which the server reads as the same.
 * @param brace that other way: `%7B` in a URL, `\\u007b` in JSON
 */
export function withoutVariables(text: string, brace: string): string {
  return text.replace(/\{\{+/g, (braces) => brace.repeat(braces.length));
}
