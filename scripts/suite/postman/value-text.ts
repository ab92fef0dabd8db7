import type { Parameter } from '../../model/api.ts';
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

/**
 * A value in a path or a header, in the style `simple` (OpenAPI 3.1, section 4.8.12.3; RFC 6570, section 3.2.2).
 * @param encode escapes each name and value, but not the delimiters
 */
export function toSimple(
  { explode }: Parameter,
  value: unknown,
  encode = (text: string): string => text,
): string {
  if (value instanceof Placeholder) return String(value);
  const write = (part: unknown): string => encode(toText(part));
  if (Array.isArray(value)) return value.map(write).join(',');
  if (typeof value !== 'object' || value === null) return write(value);
  const pairs = Object.entries(value).map((pair) => pair.map(write).join(explode ? '=' : ','));
  return pairs.join(',');
}
