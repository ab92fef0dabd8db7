import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAboutFinding, reworded } from '../../../scripts/judge/compare/matches.ts';

const sandbox = readdirSync('scripts/sandbox')
  .map((name) => readFileSync(`scripts/sandbox/${name}`, 'utf8'))
  .join('\n')
  .replace(/\$\{[^}]*\}/g, 'X');

test.each(reworded)('a table that says "%s" still accepts the finding', (before, now) => {
  const place = { region: 'eu', operation: 'getRuns', check: 'relation' };
  const found = {
    region: 'eu',
    operationId: 'getRuns',
    case: 'success',
    check: 'relation',
    severity: 'failed',
  };
  const accepts = (message: string): boolean =>
    isAboutFinding(
      { ...place, message, reason: '', expires: '2999-12-31', location: '' },
      { ...found, message: `x ${now} y` },
    );
  expect([accepts(before), accepts(now), accepts(`${before}!`)]).toEqual([true, true, false]);
  // What follows may be a value, and what comes before, too.
  expect(sandbox).toContain(now.replace(/^(it|the page|the part) /, '$1 ').replace(/ of the server$/, ''));
});
