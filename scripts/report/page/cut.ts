import { count } from '../../base/words.ts';

/** The text, or its beginning and how much is left out. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${count(text.length - kept.length, 'more character')})`;
}

/** The first items, and how many are left out. */
export function first<T>(
  items: readonly T[],
  most: number,
): { readonly items: readonly T[]; readonly more: number } {
  return { items: items.slice(0, most), more: Math.max(0, items.length - most) };
}
