import { dirname, join } from 'node:path';
import { stringExtension } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { code, markdown, table, text } from '../../../report/markdown.ts';
import { type Heading, withExplicitId } from './headings.ts';
import { headingsOf } from './markdown.ts';

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

/** The servers of a description as a table in Markdown, with what it says of them; paths may have servers of their own. */
function servers({ document: { servers: shared, paths } }: Spec): string {
  const own = Object.values(paths ?? {}).flatMap((path) => path?.servers ?? []);
  const rows = [...(shared ?? []), ...own].map((server) => [
    text(stringExtension(server, 'x-region') ?? ''),
    code(server.url),
    text(server.description ?? ''),
  ]);
  return markdown([table([['Region', 'Base URL', 'What it is'].map(text), ...rows])]);
}

/**
 * What stands in Markdown under a heading, down to the next one of the same level; the headings in it are raised to the
 * second level, as they are to stand on a page of their own. `undefined` where there is no such heading.
 */
export function section(markdown: string, title: string): string | undefined {
  const lines = markdown.split(/\r\n?|\n/);
  const headings = headingsOf(markdown).filter(({ open }) => open.level === 0);
  const at = headings.findIndex(({ inline }) => inline?.content === title);
  const first = headings[at];
  if (first === undefined) return undefined;
  const inner = headings.slice(at + 1);
  const next = inner.find(({ depth }) => depth <= first.depth);
  const raised = new Map(
    inner.flatMap((heading) => {
      const [from, to] = linesOf(heading);
      const text = withExplicitId(heading, Math.max(1, heading.depth - first.depth + 1));
      return Array.from({ length: to - from }, (_, index) => [from + index, index === 0 ? text : '']);
    }),
  );
  return lines
    .map((line, number) => raised.get(number) ?? line)
    .slice(linesOf(first)[1], next && linesOf(next)[0])
    .join('\n')
    .trim();
}

/** Of the lines of the text the first, and the one after the last: a heading may be underlined. */
function linesOf({ open }: Heading): [number, number] {
  return open.map ?? [0, 0];
}
