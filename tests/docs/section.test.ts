import { expect, test } from 'vitest';
import { section } from '../../scripts/docs/section.ts';

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
