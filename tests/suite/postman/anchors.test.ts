import { expect, test } from 'vitest';
import { withoutAnchors } from '../../../scripts/suite/postman/anchors.ts';

test.each([
  ['see [below](#section/Below).', 'see below.'],
  ['*[a `b` **c**](#x)* and [d](#y)', '*a `b` **c*** and d'],
  ['[of the **vendor**](https://example.com/#top)', '[of the **vendor**](https://example.com/#top)'],
  ['`[a](#b)`\n\n    [a](#b)', '`[a](#b)`\n\n    [a](#b)'],
  ['[a][1] é 😀 [b](#c)\n\n[1]: #d', '[a][1] é 😀 b\n\n[1]: #d'],
  ['[](#empty)|', '|'],
  ['', ''],
  [`${'>'.repeat(5000)}[a](#b)`, `${'>'.repeat(5000)}a`],
])('%.40s', (given, wanted) => {
  expect(withoutAnchors(given)).toBe(wanted);
});
