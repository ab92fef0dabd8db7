import { editMarkdown } from '../../../base/edit-markdown.ts';

/** Markdown in which HTML is text; what stands in code is text already, and stays as it is. */
export function escapeHtml(markdown: string): string {
  return editMarkdown(markdown, ({ type }, source) =>
    type === 'html' ? source.replaceAll('<', '\\<') : undefined,
  );
}
