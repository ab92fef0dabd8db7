import newman from 'newman';
import { toTargets } from '../../scripts/config/targets.ts';
import type { Expectation } from '../../scripts/model/expectation.ts';
import { itemIdOf, requestOf, responseOf } from '../../scripts/run/newman-events.ts';
import { itemId, toExpectation } from '../../scripts/suite/postman/contract-collection.ts';
import { startLocal } from '../e2e/local.ts';
import { build, open, rivery } from '../fixtures/open.ts';
import { read } from '../fixtures/postman.ts';

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
  const { cases } = plan;
  const now = Date.UTC(2026, 0, 20, 12);
  const { simulator, env } = await startLocal({ regions: ['us'], clock: () => now });
  const allowed = { tier: 'full', costs: true, unsafe: true, foreignTokens: true } as const;
  const collection: object = read(files, '.contract.postman_collection.json');
  const baseUrls = simulator.regions.map(({ name, url }) => `${name}=${url}`);
  const options = { regions: ['us'], baseUrls, windowDays: 7, allowHttp: false, allowed };
  const [target] = toTargets(opened.api, cases, options, { env, now });
  const expectations = new Map(cases.map((testCase) => [itemId(testCase), toExpectation(testCase, cases)]));
  const recorded: Recorded[] = [];
  const values = Object.entries(target?.variables ?? {}).map(([key, value]) => ({
    key,
    value,
    enabled: true,
  }));
  await new Promise<void>((resolve, reject) => {
    newman
      .run({ collection, environment: { values } }, (error) => (error ? reject(error) : resolve()))
      .on('request', (_: unknown, args: unknown) => {
        const expectation = expectations.get(itemIdOf(args));
        const { request } = requestOf(args);
        const { status = 0, headers = [], bytes } = responseOf(args);
        if (expectation === undefined || request === undefined || status >= 300) return;
        recorded.push({
          expectation,
          url: request.url,
          status,
          headers: headers.map(([key, value]) => ({ key, value })),
          body: JSON.parse(String(bytes)),
        });
      });
  }).finally(simulator.close);
  return recorded;
}
