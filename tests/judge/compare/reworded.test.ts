import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAboutFinding, reworded } from '../../../scripts/judge/compare/matches.ts';

const files = ['scripts/sandbox', 'scripts/judge'].flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);
const sources = files
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replace(/\$\{[^}]*\}/g, 'X');

const place = { region: 'eu', check: 'relation' };
const entry = { ...place, operation: 'getRuns', reason: '', expires: '2999-12-31', location: '' };

test.each(reworded)('a table that says "%s" still accepts the finding', (before, now) => {
  const found = { ...place, operationId: 'getRuns', case: 'success', severity: 'failed' };
  const accepts = (message: string): boolean =>
    isAboutFinding({ ...entry, message }, { ...found, message: `x ${now} y` });
  expect([accepts(before), accepts(now), accepts(`${before}!`)]).toEqual([true, true, false]);
  // A value may come before the text or after it.
  expect(sources).toContain(now.replace(/^(it|the page|the part) /, '$1 ').replace(/ of the server$/, ''));
});

test('a table may quote several parts that were reworded', () => {
  const found = { ...place, operationId: 'getRuns', case: 'success', severity: 'inconclusive' };
  const now = 'no response shows whether it holds: it takes a response with the values that it compares (try';
  const before = 'no answer shows whether it holds: it takes an answer that has what it compares (try';
  expect(isAboutFinding({ ...entry, message: before }, { ...found, message: now })).toBe(true);
});

test.each([
  ['no answer shows', 'no response shows whether it holds: it takes a page (try a longer --window)'],
  ['it takes an answer', 'it takes a response with the values that it compares'],
  ['the answer', 'the response cannot be read'],
])('a table may quote a part of an earlier message: %s', (part, message) => {
  const found = { ...place, operationId: 'getRuns', case: 'success', severity: 'inconclusive', message };
  expect(isAboutFinding({ ...entry, message: part }, found)).toBe(true);
  expect(isAboutFinding({ ...entry, message: `${part}!` }, found)).toBe(false);
});
