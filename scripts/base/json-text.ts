import { visible } from './visible.ts';

/** JSON in which no character is unprintable: what JSON itself allows raw, as U+009B, is escaped. It parses to the same value. */
export function jsonText(value: unknown, indent?: number): string {
  return visible(JSON.stringify(value, null, indent));
}
