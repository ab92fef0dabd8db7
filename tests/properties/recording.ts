import { toSelection } from '../../scripts/commands/selection.ts';
import { toTargets } from '../../scripts/config/targets.ts';
import type { Expectation } from '../../scripts/model/expectation.ts';
import { itemId, toExpectation } from '../../scripts/postman/contract-collection.ts';
import { speedUpTimers } from '../../scripts/run/fast-timers.ts';
import type { ItemRun } from '../../scripts/run/item-run.ts';
import { startLocal } from '../e2e/local.ts';
import { build, open, rivery } from '../fixtures/open.ts';

speedUpTimers();
const { runCollection } = await import('../../scripts/run/newman.ts');

/** A request of the suite, and a success that it got. */
export type Recorded = {
  readonly expectation: Expectation;
  readonly url: string;
  readonly status: number;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly body: unknown;
};

/** All successes that the suite gets from a healthy region, in their order. */
export async function record(): Promise<Recorded[]> {
  const opened = await open(rivery);
  const { plan, files } = await build(opened);
  const now = Date.UTC(2026, 0, 20, 12);
  const { simulator, env } = await startLocal({ regions: ['us'], clock: () => now });
  const allowed = { tier: 'full', costs: true, unsafe: true } as const;
  const { collection, cases } = toSelection(plan, files, allowed);
  const baseUrls = simulator.regions.map(({ name, url }) => `${name}=${url}`);
  const options = { regions: ['us'], baseUrls, windowDays: 7, allowed };
  const [target] = toTargets(opened.api, cases, options, env, now);
  const expectations = new Map(cases.map((made) => [itemId(made), toExpectation(made, cases)]));
  const recorded: Recorded[] = [];
  const variables = target?.variables ?? {};
  const job = { collection, variables, requests: 0, delayMs: 0, timeoutMs: 10_000, bail: false };
  const onItem = ({ itemId: id, request, status = 0, headers = [], body }: ItemRun): void => {
    const expectation = expectations.get(id);
    if (expectation === undefined || request === undefined || status >= 300) return;
    recorded.push({
      expectation,
      url: request.url,
      status,
      headers: headers.map(([key, value]) => ({ key, value })),
      body: JSON.parse(body?.text ?? ''),
    });
  };
  await runCollection(job, { onItem, onWaiting: () => undefined }).finally(simulator.close);
  return recorded;
}
