import { beforeAll, expect, test } from 'vitest';
import { survivors } from '../../scripts/commands/faults/trial/matrix.ts';
import type { FaultResult } from '../../scripts/commands/faults/trial/trial.ts';
import { isDeep } from '../fixtures/sample.ts';
import { execute } from './run-newman.ts';

/** `npm run faults` reports a survivor that is noticed, too. */
const known = isDeep ? Object.keys(survivors) : [];

/** How the faults are tried: until a check notices one, and by all checks. */
const stopped: Record<string, FaultResult> = {};
const complete: Record<string, FaultResult> = {};

beforeAll(async () => {
  const ids = ['body-wrong-type', 'region-extra-header'];
  for (const tried of await tryFaults(ids)) stopped[tried.id] = tried;
  const others = ['body-wrong-type', 'protocol-429-retry-after-word', ...known];
  for (const tried of await tryFaults(others, '--all-checks')) complete[tried.id] = tried;
}, 120_000);

test('a fault is noticed by the check that is about it', () => {
  expect(stopped['body-wrong-type']).toMatchObject({ caught: true, checks: ['schema', 'relation'] });
  expect(stopped['region-extra-header']).toMatchObject({ caught: true, checks: ['parity'] });
});

test('a response that is requested again is checked, too', () => {
  expect(complete['protocol-429-retry-after-word']?.checks).toEqual(['headers', 'answer']);
});

test('`--all-checks` names every check that notices a fault', () => {
  expect(complete['body-wrong-type']?.checks).toEqual(['schema', 'relation', 'parity']);
});

test.each(known)('%s is a survivor', (id) => {
  expect(complete[id]?.caught).toBe(false);
});

async function tryFaults(ids: readonly string[], ...more: readonly string[]): Promise<FaultResult[]> {
  const chosen = ids.flatMap((id) => ['--only', id]);
  const args = ['scripts/bin.js', 'faults', '--json', '--jobs', '1', ...chosen, ...more];
  const { status, out, err } = await execute(process.execPath, args);
  expect([status, err]).toEqual([0, '']);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
