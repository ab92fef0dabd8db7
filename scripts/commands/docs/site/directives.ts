import { dirname, join } from 'node:path';
import { stringExtension } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import { code, markdown, table, text } from '../../../report/markdown.ts';
import { type Heading, headingsOf, withExplicitId } from './markdown.ts';

/** What replaces a line of a guide such as `::section[../docs/ci.md#In CI]`, by the word after the colons. */
type Directives = Readonly<Record<string, (argument: string) => string | undefined>>;

/** The text with its directives replaced, and the lines of unknown directives. */
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

/** The files whose sections a page of the guide contains. */
export function sourcesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^::section\[([^#]*)#/gm)].map(([, file = '']) => file));
}

/**
 * - `section[FILE#Heading]`: the section under a heading of another Markdown file
 * - `description[Heading]`: the same from `info.description` of the spec
 * - `servers[]`: a table of the servers in the spec
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

/** Adjusts relative links and pictures of a text from another folder. */
function moveLinks(text: string, folder: string): string {
  const move = (_: string, before: string, path: string): string => before + join(folder, path);
  return text.replace(/(\]\(|\bsrcset="|\bsrc=")(?!#|\w+:)([^)"]+)/g, move);
}

/** The servers of a spec as a Markdown table, with those of single paths. */
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
 * The Markdown section under a heading, up to the next heading of the same level. Its own headings are raised to the
 * second level, because it becomes part of another page. `undefined` if there is no such heading.
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

/** The first line of a heading, and the line after it: an underlined heading has two lines. */
function linesOf({ open }: Heading): [number, number] {
  return open.map ?? [0, 0];
}
