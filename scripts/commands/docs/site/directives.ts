import { dirname, join } from 'node:path';
import type { Spec } from '../../../model/spec.ts';
import { section } from './section.ts';
import { servers } from './servers.ts';

/** The text that a line of a guide such as `::section[../docs/ci.md#In CI]` stands for, by the word after the colons. */
type Directives = Readonly<Record<string, (argument: string) => string | undefined>>;

/** The text with what its directives stand for, and the lines of those that stand for nothing. */
export function expand(
  text: string,
  directives: Directives,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const expanded = text.replace(/^::(\w+)\[(.*)\]$/gm, (line, name: string, argument: string) => {
    const value = directives[name]?.(argument);
    if (value === undefined) unknown.push(line);
    return value ?? '';
  });
  return { text: expanded, unknown };
}

/** The files of which a guide's page takes sections. */
export function sourcesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^::section\[([^#]*)#/gm)].map(([, file = '']) => file));
}

/**
 * - `section[FILE#Heading]`: what stands under a heading of another Markdown file
 * - `description[Heading]`: the same of the API's description
 * - `servers[]`: a table of the description's servers
 * @param read the text of a file, named relative to the guide
 */
export function createDirectives(spec: Spec, read: (file: string) => string | undefined): Directives {
  return {
    section: (argument) => {
      const [, file = '', title = ''] = /^([^#]*)#(.*)$/.exec(argument) ?? [];
      const text = section(read(file) ?? '', title);
      return text && moveLinks(text, dirname(file));
    },
    description: (title) => section(spec.document.info.description ?? '', title),
    servers: () => servers(spec),
  };
}

/** Relative links and pictures of a text that is moved from another folder. */
function moveLinks(text: string, folder: string): string {
  const move = (_: string, before: string, path: string): string => before + join(folder, path);
  return text.replace(/(\]\(|\bsrcset="|\bsrc=")(?!#|\w+:)([^)"]+)/g, move);
}
