import type * as Mdast from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/** GitHub Flavored Markdown of a document's parts; what is special in a text is escaped. */
export function markdown(children: Mdast.RootContent[]): string {
  const extensions = [gfmTableToMarkdown({ tablePipeAlign: false })];
  return toMarkdown({ type: 'root', children }, { bullet: '-', extensions });
}

/** Plain text on one line. */
export function text(value: string): Mdast.Text {
  return { type: 'text', value: onOneLine(value) };
}

/** For texts from responses and descriptions: in code, nobody is mentioned and nothing becomes a link. */
export function code(value: string): Mdast.InlineCode | Mdast.Text {
  return value === '' ? text('') : { type: 'inlineCode', value: onOneLine(value) };
}

/** An empty line would end the paragraph, and with it the code. */
function onOneLine(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

/** A block of code in a language. */
export function codeBlock(lang: string, value: string): Mdast.Code {
  return { type: 'code', lang, value };
}

/** A heading of a level. */
export function heading(depth: Mdast.Heading['depth'], ...children: Mdast.PhrasingContent[]): Mdast.Heading {
  return { type: 'heading', depth, children };
}

/** A paragraph. */
export function paragraph(...children: Mdast.PhrasingContent[]): Mdast.Paragraph {
  return { type: 'paragraph', children };
}

/** A list without numbers; each item is a paragraph. */
export function list(items: readonly Mdast.PhrasingContent[][]): Mdast.List {
  const children = items.map(
    (item): Mdast.ListItem => ({ type: 'listItem', children: [paragraph(...item)] }),
  );
  return { type: 'list', spread: false, children };
}

/** The first row is the head; each cell has one piece of content. */
export function table(rows: readonly (readonly Mdast.PhrasingContent[])[]): Mdast.Table {
  const children = rows.map((row): Mdast.TableRow => {
    return { type: 'tableRow', children: row.map((cell) => ({ type: 'tableCell', children: [cell] })) };
  });
  return { type: 'table', children };
}

/** Parts that are folded until their summary, which must be plain words, is clicked. */
export function folded(summary: string, parts: readonly Mdast.RootContent[]): Mdast.RootContent[] {
  const opening = { type: 'html', value: `<details><summary>${summary}</summary>` } as const;
  return [opening, ...parts, { type: 'html', value: '</details>' }];
}
