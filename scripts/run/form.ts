import { isJson } from '../model/media-type.ts';
import type { Shape } from '../model/shape.ts';
import { toShape } from '../parity/shape.ts';

/** Bytes of an answer beyond which its body is not looked at. */
export const longestBody = 1_000_000;

/** The shape of a body that is JSON, and not too long; none of any other, which a check tells of. */
export function shapeOf(contentType: string | undefined, bytes: Buffer): { readonly shape?: Shape } {
  if (contentType === undefined || !isJson(contentType) || bytes.length > longestBody) return {};
  try {
    return { shape: toShape(JSON.parse(bytes.toString())) };
  } catch {
    return {};
  }
}

/** Values of the same name as one, as RFC 9110 (section 5.3) has it. */
export function byName(headers: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(joined);
}
