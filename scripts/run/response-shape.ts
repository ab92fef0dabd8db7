import { deepestJson, isNestedDeeper } from '../model/json-depth.ts';
import { isJson } from '../model/media-type.ts';
import type { Shape } from '../model/shape.ts';
import { toShape } from '../model/to-shape.ts';

/** The shape of a body that is JSON; none of any other, or of one that is nested too deep: a check reports both. */
export function shapeOf(contentType: string | undefined, bytes: Buffer): { readonly shape?: Shape } {
  if (contentType === undefined || !isJson(contentType)) return {};
  const text = bytes.toString();
  if (isNestedDeeper(text, deepestJson)) return {};
  try {
    return { shape: toShape(JSON.parse(text)) };
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
