import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * Markdown (CommonMark) with some of its nodes written otherwise; all around them stays as it is.
 * @param edit what is to stand instead of a node's source, or `undefined`, which leaves it and goes on within it
 */
export function editMarkdown(
  markdown: string,
  edit: (node: Nodes, source: string) => string | undefined,
): string {
  let [edited, end] = ['', 0];
  // No recursion: quotes in quotes may be nested as deep as a text is long.
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
