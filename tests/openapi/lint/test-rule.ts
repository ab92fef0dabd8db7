import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { lint, type rules } from '../../../scripts/openapi/lint/lint.ts';
import { load } from '../../../scripts/openapi/load/load.ts';
import { merge } from '../../fixtures/merge.ts';

/** What is changed in `minimal.yaml` (`~` removes, a number is a place in a list), and the lines that are wrong then. */
export type Row = readonly [given: string, change: string, lines: readonly string[]];

const minimal = readFileSync(new URL('minimal.yaml', import.meta.url), 'utf8');

/** Tests a rule: each row must give exactly these problems, all with the rule's name as their code. */
export function testRule(name: keyof typeof rules, rows: readonly Row[]): void {
  describe(name, () => {
    test('a complete description has no problem', async () => {
      expect(await problemsAfter('{}')).toEqual([]);
    });
    test.each(rows)('%s', async (_, change, lines) => {
      expect(await problemsAfter(change)).toEqual(lines.map((line) => [name, line]));
    });
  });
}

async function problemsAfter(change: string): Promise<(readonly [string, string])[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'lint-')), 'openapi.yaml');
  const text = stringify(merge(parse(minimal), parse(change)), { lineWidth: 0 });
  writeFileSync(file, text);
  const { spec, problems } = await load(file);
  expect(problems).toEqual([]);
  if (spec === undefined) throw new Error('nothing was loaded');
  const lines = text.split('\n');
  return lint(spec).map(({ code, location }) => [code, lines[(location?.line ?? 0) - 1]?.trim() ?? '']);
}
