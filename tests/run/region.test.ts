import { expect, test } from 'vitest';
import type { Runner } from '../../scripts/run/job.ts';
import { clock, rightAnswer } from '../fixtures/clock.ts';
import { light } from '../fixtures/light-runner.ts';
import { openText } from '../fixtures/open.ts';
import { runSuite } from '../fixtures/run.ts';
import { withServer } from '../fixtures/server.ts';

/** Reports the first item twice: its script stops before it leaves a result, and the second time all is well. */
const twice: Runner = (job, listener) => {
  let isFirst = true;
  return light(job, {
    ...listener,
    onItem: (run) => {
      const { outcomes: _, ...without } = run;
      if (isFirst) listener.onItem({ ...without, scriptError: 'the script stopped' });
      isFirst = false;
      listener.onItem(run);
    },
  });
};

test('a case that is recorded twice keeps the record that could not be judged', async () => {
  const opened = await openText(clock);
  const run = (runner: Runner) =>
    withServer(
      () => rightAnswer,
      (url) => runSuite(opened, { baseUrls: [`sick=${url}`], runner }),
    );
  const [once, again] = [await run(light), await run(twice)];
  expect([once.exitCode, again.exitCode]).toEqual([0, 4]);
  expect(again.cases).toHaveLength(once.cases.length + 1);
  expect(again.regions['sick']?.verdict).toBe('inconclusive');
});
