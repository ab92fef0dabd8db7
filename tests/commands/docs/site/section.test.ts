import { expect, test } from 'vitest';
import { section } from '../../../../scripts/commands/docs/site/directives.ts';

const text = '# One\n\n1\n\n## Two\n\n2\n\n### Three\n\n```sh\n# no heading\n```\n\n## Four\n\n4\n';

test.each([
  [
    'the whole of it, with what is below',
    'One',
    '1\n\n## Two\n\n2\n\n### Three\n\n```sh\n# no heading\n```\n\n## Four\n\n4',
  ],
  ['down to the next of its level, raised', 'Two', '2\n\n## Three\n\n```sh\n# no heading\n```'],
  ['to the end', 'Four', '4'],
  ['nothing, as it is in code', 'no heading', undefined],
  ['nothing, as it is not there', 'Five', undefined],
])('%s', (_, title, wanted) => {
  expect(section(text, title)).toBe(wanted);
});

test.each([
  ['an id that has a number', '## A\n\n## B\n\n### A\n\n#### C', '## A {#a-1}\n\n### C'],
  ['a heading that is underlined', '# B\n\nA\n---\n\nx', '## A\n\n\nx'],
  [
    'a picture of several lines',
    '# B\n\n<picture>\n<source>\n</picture>\n\n## A',
    '<picture>\n<source>\n</picture>\n\n## A',
  ],
  [
    'longer fences',
    '# B\n\n````\n```\n# no\n````\n\n~~~\n# no\n~~~',
    '````\n```\n# no\n````\n\n~~~\n# no\n~~~',
  ],
  ['a heading in a quotation', '# B\n\n> # A\n\nx', '> # A\n\nx'],
  ['hashes at the end', '# B #\n\n## A ##', '## A'],
  ['CRLF', '# B\r\n\r\nx\r\n\r\n# C\r\n', 'x'],
])('%s is kept', (_, markdown, wanted) => {
  expect(section(markdown, 'B')).toBe(wanted);
});
