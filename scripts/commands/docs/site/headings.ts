import GithubSlugger, { slug } from 'github-slugger';
import type { Token } from 'markdown-it';

/** A heading of a Markdown text. */
export type Heading = {
  readonly open: Token;
  /** Its content, as source and as text. */
  readonly inline: Token | undefined;
  readonly depth: number;
  readonly id: string;
  /** Whether its words alone would give another id, because an earlier heading has the same words. */
  readonly isNumbered: boolean;
};

/** An id that a heading brings along from the text that it was taken from. */
const explicitId = / \{#([^\s{}]+)\}$/;

/** The headings with the ids that GitHub gives them: the second `name` is `name-1`. */
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

/** The source of a heading, with an explicit id if it would get another id on another page. */
export function withExplicitId({ inline, id, isNumbered }: Heading, depth: number): string {
  return `${'#'.repeat(depth)} ${inline?.content ?? ''}${isNumbered ? ` {#${id}}` : ''}`;
}

/** Removes an explicit id from the text of a heading. */
export function removeExplicitId({ inline }: Heading): void {
  const last = inline?.children?.at(-1);
  if (last !== undefined) last.content = last.content.replace(explicitId, '');
}

export function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content, type }) => (type === 'softbreak' ? ' ' : content)).join('');
}
