import { editMarkdown } from '../../base/edit-markdown.ts';

/** Replaces links to headings with their text, because such links do not work in Postman. */
export function withoutAnchors(markdown: string): string {
  return editMarkdown(markdown, (node, source) => {
    if (node.type !== 'link' || !node.url.startsWith('#')) return undefined;
    const [from = 0, to = 0] = [node.children[0]?.position?.start, node.children.at(-1)?.position?.end].map(
      (point) => (point?.offset ?? 0) - (node.position?.start.offset ?? 0),
    );
    return source.slice(from, to);
  });
}
