import { expect, test } from 'vitest';
import { toGuide } from '../../scripts/docs/guide.ts';
import { open } from '../fixtures/open.ts';

const { spec } = await open('tests/fixtures/jobs.openapi.yaml');
const files: Readonly<Record<string, string>> = {
  '../README.md': '# R\n\n## Use\n\n[more](other.md) [a](#a)\n',
};

const toPages = (...texts: readonly string[]): ReturnType<typeof toGuide> =>
  toGuide(
    {
      folder: 'spec/jobs.guide',
      pages: texts.map((text, at) => ({ name: `${at}-page${at}.md`, text })),
      read: (file) => files[file] ?? (file === '../other.md' ? '' : undefined),
      toPicture: (src) => (src === 'none.png' ? undefined : { light: src, dark: undefined }),
    },
    spec,
  );

test.each([
  ['a page of the guide', '[x](1-page1.md#b)', '<a href="page1.html#b">x</a>'],
  ['a heading on another page', '[x](#b)', '<a href="page1.html#b">x</a>'],
  ['the reference', '[x](#section/Times)', '<a href="reference.html#section/Times">x</a>'],
  ['a file of the repository, which is not in the site', '[x](../README.md)', '<p>x</p>'],
  [
    'a section of another file, its links moved',
    '::section[../README.md#Use]',
    '<p>more <a href="#a">a</a></p>',
  ],
  ['the servers', '::servers[]', '<code>https://north.jobs.example/v2</code>'],
  ['HTML', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['a script', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
])('%s', (_, text, wanted) => {
  const { pages, problems } = toPages(`# A\n\n${text}\n`, '# B\n');
  expect(problems).toEqual([]);
  expect(pages[0]?.html).toContain(wanted);
});

test.each([
  ['[x](#nowhere)', 'The link `#nowhere` leads nowhere.'],
  ['[x](3-page3.md)', 'The link `3-page3.md` leads nowhere.'],
  ['::section[../README.md#None]', '`::section[../README.md#None]` refers to nothing.'],
  ['::description[None]', '`::description[None]` refers to nothing.'],
  ['![x](none.png)', 'There is no picture `none.png`.'],
  ['::what[]', '`::what[]` refers to nothing.'],
])('%s is a problem', (text, message) => {
  expect(toPages(text).problems).toEqual([
    {
      code: 'guide-reference',
      severity: 'error',
      message,
      location: { file: 'spec/jobs.guide/0-page0.md', line: 1, column: 1 },
    },
  ]);
});

test('a page that would take the place of another one is a problem', () => {
  const pages = ['1-a.md', '2-a.md', '3-reference.md'].map((name) => ({ name, text: '# A\n' }));
  const guide = { folder: 'g', pages, read: () => undefined, toPicture: () => undefined };
  expect(toGuide(guide, spec).problems.map(({ location }) => location?.file)).toEqual([
    'g/2-a.md',
    'g/3-reference.md',
  ]);
});
