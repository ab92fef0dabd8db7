import { editMarkdown } from '../../../base/edit-markdown.ts';

/**
 * Markdown in which a line that goes on below is one line: Redoc's search takes the words at both sides for one. In a
 * quote, its signs stand before the rest. Tables (GitHub Flavored Markdown, section 4.10) need their lines.
 */
export function unwrap(markdown: string): string {
  return editMarkdown(markdown, ({ type }, source) => {
    if (type === 'paragraph' && delimiterRow.test(source)) return source;
    return type === 'text' ? source.replace(/[ \t]*\r?\n[ \t]*(?:>[ \t]*)*/g, ' ') : undefined;
  });
}

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*$/m;
