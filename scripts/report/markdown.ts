import type {
  Code,
  Heading,
  InlineCode,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/** GitHub Flavored Markdown of a document's parts; what is special in a text is escaped. */
export function markdown(children: RootContent[]): string {
  const extensions = [gfmTableToMarkdown({ tablePipeAlign: false })];
  return toMarkdown({ type: 'root', children }, { bullet: '-', extensions });
}

export function text(value: string): Text {
  return { type: 'text', value: onOneLine(value) };
}

/** What an answer or a description said stands in these: there, nobody is mentioned and nothing becomes a link. */
export function code(value: string): InlineCode | Text {
  return value === '' ? text('') : { type: 'inlineCode', value: onOneLine(value) };
}

/** An empty line would end the paragraph, and with it the code. */
function onOneLine(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

export function codeBlock(lang: string, value: string): Code {
  return { type: 'code', lang, value };
}

export function heading(depth: Heading['depth'], ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function list(items: readonly PhrasingContent[][]): List {
  const children = items.map((item): ListItem => ({ type: 'listItem', children: [paragraph(...item)] }));
  return { type: 'list', spread: false, children };
}

/** The first row is the head; each cell has one piece of content. */
export function table(rows: readonly (readonly PhrasingContent[])[]): Table {
  const children = rows.map((row): TableRow => {
    return { type: 'tableRow', children: row.map((cell) => ({ type: 'tableCell', children: [cell] })) };
  });
  return { type: 'table', children };
}

/** Parts that are folded until their summary, which must be plain words, is clicked. */
export function folded(summary: string, parts: readonly RootContent[]): RootContent[] {
  const opening = { type: 'html', value: `<details><summary>${summary}</summary>` } as const;
  return [opening, ...parts, { type: 'html', value: '</details>' }];
}
