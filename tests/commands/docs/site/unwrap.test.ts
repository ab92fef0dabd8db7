import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { unwrap } from '../../../../scripts/commands/docs/site/annotate.ts';

test.each([
  ['a\nb', 'a b'],
  ['**a**\nb\n`c`\nd', '**a** b `c` d'],
  ['a  \nb\\\nc', 'a  \nb\\\nc'],
  ['- a\n  b\n- c', '- a b\n- c'],
  ['> a\n> b\n>\n> > c\n> > d', '> a b\n>\n> > c d'],
  ['```\na\nb\n```\n\n    c\n    d', '```\na\nb\n```\n\n    c\n    d'],
  ['# a\nb\nc', '# a\nb c'],
  ['a\n\nb', 'a\n\nb'],
  ['a\n|b|c|\n|-|:-:|\n|d|e|', 'a\n|b|c|\n|-|:-:|\n|d|e|'],
  ['> b | c\n> - | -\n> d | e', '> b | c\n> - | -\n> d | e'],
  ['', ''],
])('%j as %j', (given, wanted) => {
  expect(unwrap(given)).toBe(wanted);
  const structure = (markdown: string) =>
    JSON.stringify(fromMarkdown(markdown), (key, value) => {
      if (key === 'position') return undefined;
      return key === 'value' && typeof value === 'string' ? value.replaceAll('\n', ' ') : value;
    });
  expect(structure(unwrap(given))).toBe(structure(given));
});
