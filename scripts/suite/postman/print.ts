import { jsonText } from '../../base/json-text.ts';

/** The text of a generated file: JSON with two spaces and a line break at the end. */
export function print(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}
