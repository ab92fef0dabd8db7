import { beforeAll, expect, test } from 'vitest';
import type { FaultResult } from '../../scripts/commands/faults/trial/fault-result.ts';
import { survivors } from '../../scripts/commands/faults/trial/survivors.ts';
import { execute } from './run-newman.ts';

const only = [
  'body-wrong-type',
  'protocol-429-retry-after-word',
  'region-extra-header',
  ...Object.keys(survivors),
];

const kills: Record<string, FaultResult> = {};
const named: Record<string, FaultResult> = {};

beforeAll(async () => {
  for (const kill of await tryFaults([])) kills[kill.id] = kill;
  for (const kill of await tryFaults(['--all-checks'])) named[kill.id] = kill;
}, 120_000);

test('a fault is caught by the check that is about it', () => {
  expect(kills['body-wrong-type']).toMatchObject({ caught: true, checks: ['schema', 'relation'] });
  expect(kills['region-extra-header']).toMatchObject({ caught: true, checks: ['parity'] });
});

test('an answer that is asked for again is checked all the same', () => {
  expect(named['protocol-429-retry-after-word']?.checks).toEqual(['headers', 'answer']);
});

test('all checks that catch a fault are named when that is wanted', () => {
  expect(named['body-wrong-type']?.checks).toEqual(['schema', 'relation', 'parity']);
});

test.each(Object.keys(survivors))('%s is a survivor', (id) => {
  expect([kills[id]?.caught, named[id]?.caught]).toEqual([false, false]);
});

async function tryFaults(more: readonly string[]): Promise<FaultResult[]> {
  const chosen = only.flatMap((id) => ['--only', id]);
  const args = ['scripts/bin.js', 'faults', '--json', '--jobs', '1', ...chosen, ...more];
  const { status, out, err } = await execute(process.execPath, args);
  expect([status, err]).toEqual([0, '']);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
