import { expect, test } from 'vitest';
import { toGuide } from '../../../../scripts/commands/docs/site/guide.ts';
import { open } from '../../../fixtures/open.ts';

const { spec } = await open('tests/fixtures/jobs.openapi.yaml');
const files: Readonly<Record<string, string>> = {
  '0-page0.md': '# A\n',
  '../README.md': '# R\n\n## Use\n\n[more](other.md) [a](#a)\n',
  '../twice.md': '# R\n\n## Use\n\n### Ö `x`\n\n## Other\n\n### Ö `x`\n\n[second](#ö-x-1), [first](#ö-x)\n',
  '../folder': '',
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
  ['an address of mail', '[x](mailto:me@jobs.example)', '<a href="mailto:me@jobs.example">x</a>'],
  ['an address of mail, as it is', '<me@jobs.example>', '<a href="mailto:me@jobs.example">'],
  [
    'the second heading of a name',
    '## B\n\n## B\n\n[x](#b-1)',
    '<h2 id="b-1">B</h2>\n<p><a href="#b-1">x</a>',
  ],
  ['a name that has a number', '## B\n\n## B-1\n\n## B', '<h2 id="b-2">B</h2>'],
  ['a heading beyond ASCII', '## Größe\n\n[x](#größe)', '<a href="#gr%C3%B6%C3%9Fe">x</a>'],
  [
    'an operation',
    '[x](reference.html#operation/listJobs)',
    '<a href="reference.html#operation/listJobs">x</a>',
  ],
  ['a heading of a file that is not in the site', '[x](../README.md#use)', '<p>x</p>'],
  ['a folder of the repository', '[x](../folder)', '<p>x</p>'],
  [
    'the second heading of a name in another file, by its id there',
    '::section[../twice.md#Other]\n\n## Ö x',
    '<h2 id="ö-x-1">Ö <code>x</code></h2>\n<p><a href="#%C3%B6-x-1">second</a>, <a href="#%C3%B6-x">first</a>',
  ],
  [
    'a heading of another file, which a page has a section of',
    '[x](../twice.md#ö-x-1)\n\n::section[../twice.md#Other]\n\n## Ö x',
    '<a href="page0.html#%C3%B6-x-1">x</a>',
  ],
  ['HTML', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['a script', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
])('%s', (_, text, wanted) => {
  const { pages, problems } = toPages(`# A\n\n${text}\n`, '# B\n');
  expect(problems).toEqual([]);
  expect(pages[0]?.html).toContain(wanted);
});

test.each([
  ['[x](#nowhere)', 'The link `#nowhere` leads nowhere.'],
  ['## B\n\n[x](#b-1)', 'The link `#b-1` leads nowhere.'],
  ['[x](0-page0.md#nowhere)', 'The link `0-page0.md#nowhere` leads nowhere.'],
  ['[x](../README.md#nowhere)', 'The link `../README.md#nowhere` leads nowhere.'],
  ['[x](reference.html#operation/nowhere)', 'The link `reference.html#operation/nowhere` leads nowhere.'],
  ['[x](ftp://jobs.example)', 'The link `ftp://jobs.example` leads nowhere.'],
  ['[x](#100%)', 'The link `#100%25` leads nowhere.'],
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
