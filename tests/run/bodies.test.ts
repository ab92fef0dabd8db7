import { expect, test } from 'vitest';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { toEvent } from '../../scripts/suite/postman/script.ts';
import { withServer } from '../fixtures/server.ts';

const text = JSON.stringify({ items: [{ id: 1 }] });
const json = 'application/json';

/** Outcomes that a check script leaves, and the response that it leaves them for. */
const items = {
  passed: { left: { outcomes: [{ verdict: 'passed' }, { verdict: 'passed' }] }, type: json, body: text },
  failed: { left: { outcomes: [{ verdict: 'passed' }, { verdict: 'failed' }] }, type: json, body: text },
  drift: { left: { outcomes: [{ verdict: 'drift' }] }, type: json, body: text },
  'to be sent again': { left: { again: 'page 2' }, type: json, body: text },
  'found, to be sent again': { left: { again: 'page 2', found: true }, type: json, body: text },
  'no outcomes': { type: json, body: text },
  'no JSON': { type: 'text/html', body: text },
  'broken JSON': { type: json, body: '{"items"' },
  long: { type: json, body: JSON.stringify('x'.repeat(1_000_000)) },
} as const;

async function runs(): Promise<Readonly<Record<string, ItemRun>>> {
  const found: Record<string, ItemRun> = {};
  await withServer(
    ({ url = '' }) => {
      const item = Object.entries(items).find(([name]) => url === `/${encodeURIComponent(name)}`)?.[1];
      return { headers: { 'Content-Type': item?.type ?? '' }, body: item?.body ?? '' };
    },
    async (url) => {
      const item = Object.entries(items).map(([name, one]) => ({
        id: name,
        name,
        request: { method: 'GET', url: `${url}/${encodeURIComponent(name)}` },
        event: [
          toEvent(
            'test',
            'left' in one
              ? `pm.variables.set('outcomes', '${JSON.stringify(one.left)}')`
              : "pm.variables.unset('outcomes')",
          ),
        ],
      }));
      const job = {
        collection: { info: { name: 'Lab' }, item },
        variables: {},
        delayMs: 0,
        timeoutMs: 10_000,
        bail: false,
      };
      const onItem = (run: ItemRun): void => {
        found[run.itemId] = run;
      };
      await runCollection(job, { onItem, onWaiting: () => undefined });
    },
  );
  return found;
}

test('the size of a response is kept, its shape if it is JSON, and its body unless all checks passed', async () => {
  const found = await runs();
  const kept = Object.entries(found).map(([name, { size, shape, body }]) => {
    return [name, size, shape && Object.keys(shape), body?.text.length, body?.cut];
  });
  const paths = ['', '/items', '/items/*', '/items/*/id'];
  expect(kept).toEqual([
    ['passed', 20, paths, undefined, undefined],
    ['failed', 20, paths, 20, false],
    ['drift', 20, paths, 20, false],
    ['to be sent again', 20, paths, undefined, undefined],
    ['found, to be sent again', 20, paths, 20, false],
    ['no outcomes', 20, paths, 20, false],
    ['no JSON', 20, undefined, 20, false],
    ['broken JSON', 8, undefined, 8, false],
    ['long', 1_000_002, [''], 1_000_000, true],
  ]);
});
