import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listOf } from '../../../scripts/base/words.ts';
import { floors, survivors } from '../../../scripts/commands/faults/trial/matrix.ts';
import { faults } from '../../../scripts/simulator/faults/faults.ts';

const text = readFileSync('docs/faults.md', 'utf8').replace(/\s+/g, ' ');
const noticed = faults.length - Object.keys(survivors).length;

test('docs/faults.md counts the faults, and those that are noticed', () => {
  expect(text).toContain(`The simulator can show ${faults.length} faults:`);
  expect(text).toContain(`At the last count it noticed ${noticed} of the ${faults.length}:`);
  // `npm run faults` counts the ways, and takes minutes. Together they are all that are noticed.
  const ways = [...text.matchAll(/ \| (\d+) \|/g)].map(([, number]) => Number(number));
  expect(ways).toHaveLength(3);
  expect(ways.reduce((sum, number) => sum + number, 0)).toBe(noticed);
});

test('docs/faults.md names the classes, and how much must be noticed', () => {
  const classes = [...new Set(faults.map((fault) => fault.class))];
  const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  expect(text).toContain(`There are ${numbers[classes.length]} classes: ${listOf(classes)}.`);
  expect(text).toContain(`must notice ${floors.full} % of each class`);
  expect(text).toContain(`the small tier, which must notice ${floors.smoke} %`);
});

test('no other page counts the faults', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'spec/README.md'];
  expect(pages.filter((page) => /\b\d+ faults\b/.test(readFileSync(page, 'utf8')))).toEqual([]);
});
