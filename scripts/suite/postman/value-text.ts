import { Placeholder } from '../../model/placeholder.ts';

/** The text of a value for a URL or a header, not yet escaped. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Placeholder) return String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * Escapes adjacent braces, so that Postman finds no variable and the server reads the same text.
 * @param brace the escape of a brace: `%7B` in a URL, `\\u007b` in JSON
 */
export function withoutVariables(text: string, brace: string): string {
  return text.replace(/\{\{+/g, (braces) => brace.repeat(braces.length));
}
