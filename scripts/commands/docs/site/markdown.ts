import GithubSlugger, { slug } from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';

/** A parsed Markdown text, whose headings have ids. */
export type ParsedMarkdown = {
  readonly tokens: readonly Token[];
  readonly title: string;
  /** The text of its first paragraph. */
  readonly lead: string;
  readonly ids: ReadonlySet<string>;
};

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

/** Addresses of a picture for light and dark mode. */
export type Picture = { readonly light: string; readonly dark: string | undefined };

/** HTML in a text stays text, and an address that could run a script does not become a link. */
const library = new MarkdownIt({ html: false });

/** Parses a text and gives its headings their ids. */
export function parse(markdown: string): ParsedMarkdown {
  const tokens = library.parse(markdown.replace(picture, '![$1]($2)'), {});
  const after = (type: string): string =>
    textOf(tokens[tokens.findIndex((token) => token.type === type) + 1]);
  const headings = toHeadings(tokens);
  for (const heading of headings) {
    heading.open.attrSet('id', heading.id);
    removeExplicitId(heading);
  }
  const ids = new Set(headings.map(({ id }) => id));
  return { tokens, ids, title: after('heading_open'), lead: after('paragraph_open') };
}

/** The headings of a text, with their lines. */
export function headingsOf(markdown: string): Heading[] {
  return toHeadings(library.parse(markdown, {}));
}

/** The only HTML that is supported: GitHub has no other way to show a picture for dark mode. */
const picture = /<picture>\s*<source [^>]*>\s*<img alt="([^"]*)" src="([^"]*)">\s*<\/picture>/g;

/**
 * The text as HTML.
 * @param toLink returns the address of a link, or `undefined` to make it text
 */
export function print(
  { tokens }: ParsedMarkdown,
  toLink: (href: string) => string | undefined,
  toPicture: (src: string) => Picture,
): string {
  const isText: boolean[] = [];
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === 'link_open') {
      const href = toLink(String(token.attrGet('href')));
      token.attrSet('href', href ?? '');
      token.hidden = href === undefined;
      isText.push(token.hidden);
    }
    if (token.type === 'link_close') token.hidden = isText.pop() ?? false;
    if (token.type === 'image') {
      token.content = toMarkup(token.content, toPicture(String(token.attrGet('src'))));
      token.type = 'html_inline';
    }
  }
  return library.renderer.render([...tokens], library.options, {});
}

function toMarkup(alt: string, { light, dark }: Picture): string {
  const { escapeHtml } = library.utils;
  const source = `<source media="(prefers-color-scheme: dark)" srcset="${escapeHtml(dark ?? light)}">`;
  return `<picture>${source}<img alt="${escapeHtml(alt)}" src="${escapeHtml(light)}"></picture>`;
}

/** An id that a heading brings along from the text that it was taken from. */
const explicitId = / \{#([^\s{}]+)\}$/;

/** The headings with the ids that GitHub gives them: the second `name` is `name-1`. */
function toHeadings(tokens: readonly Token[]): Heading[] {
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
function removeExplicitId({ inline }: Heading): void {
  const last = inline?.children?.at(-1);
  if (last !== undefined) last.content = last.content.replace(explicitId, '');
}

function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content, type }) => (type === 'softbreak' ? ' ' : content)).join('');
}
