import { createHash } from 'node:crypto';
import { Eta } from 'eta/core';
import { visibleInFile } from '../../base/visible.ts';
import { count } from '../../base/words.ts';

/** What the page consists of: texts of files, because nothing in here reads any. */
export type PageFiles = {
  /** By name, without the ending. */
  readonly templates: Readonly<Record<string, string>>;
  readonly style: string;
  readonly script: string;
};

/** The template `page` with the data. Every value that a template writes goes through `toMarkupText`. */
export function render(templates: PageFiles['templates'], data: object): string {
  const eta = new Eta({ autoEscape: true, escapeFunction: toMarkupText });
  for (const [name, text] of Object.entries(templates)) eta.loadTemplate(`@${name}`, text);
  return eta.render('@page', data);
}

/** Characters of a text, whatever it is: a report must open. */
const longest = 20_000;

/** Text for an element or a quoted attribute. Except tabs, unprintable characters are written as `\u202e`. */
function toMarkupText(value: unknown): string {
  const shown = visibleInFile(cut(String(value), longest));
  return shown.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The source expression that allows a style or script of this text in a Content-Security-Policy. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

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
