import type { Token } from 'markdown-it';

/** A heading of a text in Markdown. */
export type Heading = {
  readonly open: Token;
  /** What stands in it, as it is written and as it is read. */
  readonly inline: Token | undefined;
  readonly depth: number;
  readonly id: string;
  /** Whether the same words alone would make another id, for a heading before has them, too. */
  readonly isNumbered: boolean;
};

/** An id that a heading brings along from the text that it was taken from. */
const brought = / \{#([^\s{}]+)\}$/;

/** The headings with their ids, as GitHub makes them: the second `name` is `name-1` (github-slugger). */
export function toHeadings(tokens: readonly Token[]): Heading[] {
  const ids = new Set<string>();
  return tokens.flatMap((open, at): Heading[] => {
    if (open.type !== 'heading_open') return [];
    const inline = tokens[at + 1];
    const title = textOf(inline);
    const slug = brought.exec(title)?.[1] ?? toSlug(title);
    let id = slug;
    for (let number = 1; ids.has(id); number += 1) id = `${slug}-${number}`;
    ids.add(id);
    return [{ open, inline, depth: Number(open.tag.slice(1)), id, isNumbered: id !== slug }];
  });
}

/** A heading that keeps its id on whatever page it comes to stand. */
export function bring({ inline, id, isNumbered }: Heading, depth: number): string {
  return `${'#'.repeat(depth)} ${inline?.content ?? ''}${isNumbered ? ` {#${id}}` : ''}`;
}

/** Takes an id that was brought along out of what is read. */
export function withoutBrought({ inline }: Heading): void {
  const last = inline?.children?.at(-1);
  if (last !== undefined) last.content = last.content.replace(brought, '');
}

export function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content, type }) => (type === 'softbreak' ? ' ' : content)).join('');
}

/** Letters, marks, digits, hyphens and underscores are kept, as by github-slugger. */
function toSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}
