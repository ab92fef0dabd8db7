import GithubSlugger, { slug } from 'github-slugger';
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
const explicitId = / \{#([^\s{}]+)\}$/;

/** The headings with their ids, as GitHub makes them: the second `name` is `name-1`. */
export function toHeadings(tokens: readonly Token[]): Heading[] {
  const slugger = new GithubSlugger();
  return tokens.flatMap((open, at): Heading[] => {
    if (open.type !== 'heading_open') return [];
    const inline = tokens[at + 1];
    const title = textOf(inline);
    const own = explicitId.exec(title)?.[1];
    const id = own === undefined ? slugger.slug(title) : slugger.slug(own, true);
    return [{ open, inline, depth: Number(open.tag.slice(1)), id, isNumbered: id !== (own ?? slug(title)) }];
  });
}

/** A heading that keeps its id on whatever page it comes to stand. */
export function withExplicitId({ inline, id, isNumbered }: Heading, depth: number): string {
  return `${'#'.repeat(depth)} ${inline?.content ?? ''}${isNumbered ? ` {#${id}}` : ''}`;
}

/** Takes an id that was explicitId along out of what is read. */
export function removeExplicitId({ inline }: Heading): void {
  const last = inline?.children?.at(-1);
  if (last !== undefined) last.content = last.content.replace(explicitId, '');
}

export function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content, type }) => (type === 'softbreak' ? ' ' : content)).join('');
}
