import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../scripts/commands/docs/site/annotate.ts';

test.each([
  ['a <b>c</b>', 'a \\<b>c\\</b>'],
  ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
  ['`<b>` and 1 < 2', '`<b>` and 1 < 2'],
  ['<https://example.com>', '<https://example.com>'],
  ['```\n<b>\n```', '```\n<b>\n```'],
])('%s', (given, wanted) => {
  expect(escapeHtml(given)).toBe(wanted);
});
