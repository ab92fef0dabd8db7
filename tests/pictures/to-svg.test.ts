import { expect, test } from 'vitest';
import { toSvg } from './to-svg.ts';

const elements = (text: string): string[] => toSvg('t', text).match(/<text .*<\/text>/g) ?? [];

test.each([
  ['plain text', 'a <b> & c', ['<text x="16.0" y="29.5" textLength="75.6">a &lt;b&gt; &amp; c</text>']],
  [
    'colours',
    '\u001b[32mok\u001b[39m no',
    [
      '<text x="16.0" y="29.5" textLength="16.8" class="good">ok</text>',
      '<text x="32.8" y="29.5" textLength="25.2"> no</text>',
    ],
  ],
  [
    'a line longer than the terminal',
    `${'-'.repeat(80)}+`,
    [
      `<text x="16.0" y="29.5" textLength="672.0">${'-'.repeat(80)}</text>`,
      '<text x="16.0" y="47.5" textLength="8.4">+</text>',
    ],
  ],
])('%s', (_, text, wanted) => {
  expect(elements(text)).toEqual(wanted);
});
