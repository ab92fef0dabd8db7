import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { diff, type Policy } from '../../../../scripts/commands/diff/rules/diff.ts';
import type { Changes } from '../../../../scripts/model/change.ts';
import type { Spec } from '../../../../scripts/model/spec.ts';
import { openUnchecked } from '../../../../scripts/openapi/open-spec.ts';
import { merge } from '../../../fixtures/merge.ts';
import { openText } from '../../../fixtures/open.ts';

/**
 * What is changed in `base.yaml` (`~` removes, a number is a place in a list), and what is told of it: `✗` what breaks
 * clients, `!` warnings, `·` what doesn't; behind `@` the line of the place, with `-` where it is one of the earlier description.
 * With `from` that change is made to both descriptions.
 */
export type Row = readonly [given: string, change: string, told: readonly string[], from?: string];

const base = readFileSync(new URL('base.yaml', import.meta.url), 'utf8');

const policy: Policy = { today: '2026-06-01' };

export function testDiff(name: string, rows: readonly Row[], own = policy): void {
  describe(name, () => {
    for (const [given, change, told, from] of rows) {
      test(given, async () => {
        const before = from === undefined ? base : mergeText(base, from);
        expect(await tell(before, mergeText(before, change), own)).toEqual(told);
      });
    }
  });
}

function mergeText(text: string, change: string): string {
  return stringify(merge(parse(text), parse(change)), { lineWidth: 0 });
}

/** What is told of two descriptions. */
export async function tell(before: string, now: string, own = policy): Promise<string[]> {
  const specs = { base: await openNamed(before, 'base.yaml'), revision: await openNamed(now, 'now.yaml') };
  const { changes, texts } = diff(specs, own);
  const lines = changes.map((change) => toLine(change, [before, now]));
  return texts === 0 ? lines : [...lines, `texts: ${texts}`];
}

const signs = { error: '✗', warning: '!', info: '·' };

async function openNamed(text: string, name: string): Promise<Spec> {
  return (await openText(text, name, openUnchecked)).spec;
}

function toLine(
  { severity, operations, text, location }: Changes['changes'][number],
  [before, now]: readonly [string, string],
): string {
  const isGone = location.file.endsWith('base.yaml');
  const line = (isGone ? before : now).split('\n')[location.line - 1]?.trim();
  const who = operations.length === 0 ? '' : `${operations.join(', ')}: `;
  return `${signs[severity]} ${who}${text} @${isGone ? '-' : ''} ${line}`;
}
