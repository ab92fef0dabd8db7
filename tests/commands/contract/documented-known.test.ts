import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toPlan } from '../../../scripts/cases/plan.ts';
import { toDeviations } from '../../../scripts/commands/contract/known-table.ts';
import { open, rivery } from '../../fixtures/open.ts';

test('the documented table of known deviations fits the spec', async () => {
  const [, text = expect.fail()] =
    /```yaml\n(# known\.yaml\n.*?)```/s.exec(readFileSync('docs/known-deviations.md', 'utf8')) ?? [];
  const opened = await open(rivery);
  const table = { file: 'known.yaml', text };
  const { deviations, problems } = toDeviations(table, opened, toPlan(opened.api));
  expect(problems).toEqual([]);
  expect(deviations?.length).toBe(2);
});
