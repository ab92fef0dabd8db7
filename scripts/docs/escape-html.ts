import type { Html, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Markdown in which HTML is text; what stands in code is text already, and stays as it is. */
export function escapeHtml(markdown: string): string {
  let [escaped, end] = ['', 0];
  for (const { position } of htmlIn(fromMarkdown(markdown))) {
    const [from = 0, to = 0] = [position?.start.offset, position?.end.offset];
    escaped += markdown.slice(end, from) + markdown.slice(from, to).replaceAll('<', '\\<');
    end = to;
  }
  return escaped + markdown.slice(end);
}

function htmlIn(node: Nodes): Html[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(htmlIn) : [];
}
