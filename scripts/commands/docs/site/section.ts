import { bring, type Heading } from './headings.ts';
import { headingsOf } from './markdown.ts';

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
      const text = bring(heading, Math.max(1, heading.depth - first.depth + 1));
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
