import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * Replaces the source of some nodes of a Markdown text (CommonMark) and keeps everything around them.
 * @param edit the replacement for a node, or `undefined` to keep it and visit its children
 */
export function editMarkdown(
  markdown: string,
  edit: (node: Nodes, source: string) => string | undefined,
): string {
  let [edited, end] = ['', 0];
  // No recursion, because the nesting of quotes is only limited by the length of the text.
  const ahead: Nodes[] = [fromMarkdown(markdown)];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
    const text = edit(node, markdown.slice(from, to));
    if (text !== undefined) {
      edited += markdown.slice(end, from) + text;
      end = to;
    } else if ('children' in node) {
      for (const child of node.children.toReversed()) ahead.push(child);
    }
  }
  return edited + markdown.slice(end);
}
