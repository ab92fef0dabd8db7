import type { Parameter } from '../../model/api.ts';
import { Placeholder } from '../../model/placeholder.ts';
import { toText } from './value-text.ts';

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
