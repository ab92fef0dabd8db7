/** The text of a generated file: JSON with two spaces and a line break at the end. */
export function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
