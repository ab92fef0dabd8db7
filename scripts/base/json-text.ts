import { visible } from './visible.ts';

/** JSON in which unprintable characters such as U+009B, which JSON allows, are escaped. It parses to the same value. */
export function jsonText(value: unknown, indent?: number): string {
  return visible(JSON.stringify(value, null, indent));
}
