import { Eta } from 'eta/core';
import { visibleInFile } from '../../base/visible.ts';
import { cut } from './cut.ts';

/** What the page is made of: texts of files, for nothing in here reads any. */
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

/** Text for an element or a quoted attribute; tabs stay, and what else can't be seen or turns the direction of writing is written as `\u202e`. */
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
