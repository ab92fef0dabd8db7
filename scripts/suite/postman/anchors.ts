import { editMarkdown } from '../../base/edit-markdown.ts';

/** Markdown in which a link to a heading is just its text: such a link leads nowhere in Postman. */
export function withoutAnchors(markdown: string): string {
  return editMarkdown(markdown, (node, source) => {
    if (node.type !== 'link' || !node.url.startsWith('#')) return undefined;
    const [from = 0, to = 0] = [node.children[0]?.position?.start, node.children.at(-1)?.position?.end].map(
      (point) => (point?.offset ?? 0) - (node.position?.start.offset ?? 0),
    );
    return source.slice(from, to);
  });
}
