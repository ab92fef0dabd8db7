import { expect, test } from 'vitest';
import { toNoResponse } from '../../scripts/judge/no-response.ts';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runHere } from '../../scripts/run/newman.ts';
import { type chaos, withChaos } from '../fixtures/chaos.ts';
import { clock, rightAnswer } from '../fixtures/clock.ts';
import { openText } from '../fixtures/open.ts';
import { runSuite } from '../fixtures/run.ts';
import { withServer } from '../fixtures/server.ts';

/** Sends two requests: the second one shows that the first one's end did not end the run. */
async function send(url: string, timeoutMs = 20_000): Promise<readonly ItemRun[]> {
  const runs: ItemRun[] = [];
  const item = ['one', 'two'].map((id) => ({ id, name: id, request: { method: 'GET', url } }));
  const job = { collection: { info: { name: 'two' }, item }, variables: {}, delayMs: 0, bail: false };
  const listener = { onItem: (run: ItemRun) => runs.push(run), onWaiting: () => undefined };
  await runHere({ ...job, timeoutMs }, listener).ended;
  return runs;
}

const late = 'no complete response within 0.3 s';

test.each<readonly [keyof typeof chaos, boolean, string]>([
  ['a change of the protocol', true, 'a switch to another protocol, although'],
  ['nothing but 100, without end', false, late],
  ['nothing but 103, without end', false, late],
  ['a 103 with a body', true, 'bytes that do not begin an HTTP response'],
  ['HTTP/0.9', true, 'bytes that do not begin an HTTP response'],
])('%s ends by itself or within the timeout (malformed: %o)', async (kind, malformed, words) => {
  await withChaos(kind, async (url) => {
    const runs = await send(url, malformed ? undefined : 300);
    expect(runs).toHaveLength(2);
    for (const { error = expect.fail() } of runs) {
      expect(toNoResponse(error)).toEqual({ words: expect.stringContaining(words), malformed });
    }
  });
});

test('status 101 without another protocol is a response like others', async () => {
  await withChaos('status 101, and no other protocol', async (url) => {
    expect(await send(url)).toMatchObject([{ status: 101 }, { status: 101 }]);
  });
});

test('one case that is switched to another protocol fails alone, for that reason', async () => {
  const opened = await openText(clock);
  const upgrade = { status: 101, headers: { Connection: 'Upgrade', Upgrade: 'websocket' } };
  await withServer(
    ({ method, url }) => (method === 'GET' && url === '/now' ? upgrade : rightAnswer),
    async (url) => {
      const { cases, findings, regions } = await runSuite(opened, {
        baseUrls: [`sick=${url}`],
        runner: runHere,
      });
      const failed = cases.filter(({ verdict }) => verdict === 'failed');
      expect(failed.map((one) => one.operationId)).toEqual(failed.map(() => 'getNow'));
      expect(new Set(findings.map(({ check, severity }) => `${check} ${severity}`))).toEqual(
        new Set(['http failed']),
      );
      expect(findings[0]?.actual).toContain('(101 Switching Protocols, although no upgrade was requested)');
      expect(cases.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(4);
      expect(regions.sick?.verdict).toBe('failed');
    },
  );
});
