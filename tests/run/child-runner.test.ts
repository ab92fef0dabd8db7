import { expect, test } from 'vitest';
import { createChildRunner } from '../../scripts/run/child-runner.ts';
import { toEvent } from '../../scripts/suite/postman/script.ts';
import { withServer } from '../fixtures/server.ts';

test('where the checks of a large response do not end, its size is the reason', async () => {
  const body = JSON.stringify('x'.repeat(2 * 1024 * 1024));
  await withServer(
    () => ({ headers: { 'Content-Type': 'application/json' }, body }),
    async (url) => {
      const item = [{ id: 'one', name: 'one', request: url, event: [toEvent('test', 'for (;;);')] }];
      const job = { collection: { info: { name: 'Lab' }, item }, variables: {}, delayMs: 0, bail: false };
      const listener = { onItem: () => undefined, onWaiting: () => undefined };
      // Long enough for the process to start on a slow machine.
      const { ended } = createChildRunner({ patienceMs: 0 })({ ...job, timeoutMs: 15_000 }, listener);
      await expect(ended).rejects.toThrow('the checks of a response of 2 MiB do not end');
    },
  );
}, 60_000);
