import { afterEach, expect, test } from 'vitest';
import { tokens } from '../../scripts/simulator/auth.ts';
import { prepareSimulator, type Simulator } from '../../scripts/simulator/simulator.ts';
import { readDocument, readings, start, wide } from './local.ts';

const simulate = prepareSimulator(readDocument());
let simulator: Simulator | undefined;
afterEach(() => simulator?.close());

/** A request to the region `eu` that follows no redirect, with the bytes of its response; rejects when it breaks off. */
async function ask(
  fault: string,
  operation: keyof typeof readings,
  token: string = tokens('eu').full,
): Promise<{ readonly response: Response; readonly bytes: Buffer; readonly milliseconds: number }> {
  simulator = await simulate({ regions: ['eu'], clock: () => start, faults: { eu: [fault] } });
  const [region] = simulator.regions;
  const path = readings[operation].replaceAll(/\{(\w+)\}/g, (_, name) => region?.variables[name] ?? '');
  const from = performance.now();
  const response = await fetch(`${region?.url}${path}?${new URLSearchParams(wide)}`, {
    redirect: 'manual',
    headers: { Authorization: `Bearer ${token}` },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, bytes, milliseconds: performance.now() - from };
}

test.each([
  ['protocol-connection-reset', 'getRiverActivitiesSubRivers'],
  ['protocol-flaky-reset', 'getActivitiesStatistic'],
  ['protocol-content-length-lies', 'getRiverActivitiesRun'],
  ['protocol-encoding-lies', 'getRiverActivitiesSubRivers'],
] as const)('%s breaks the response off', async (fault, operation) => {
  await expect(ask(fault, operation)).rejects.toThrow(/fetch failed|terminated/);
});

test('a slow response comes after four seconds, whole', { timeout: 10_000 }, async () => {
  const { response, bytes, milliseconds } = await ask('protocol-slow', 'getRiverActivitiesRunGroups');
  expect(milliseconds).toBeGreaterThan(3900);
  expect([response.status, bytes.toString().at(-1)]).toEqual([200, '}']);
});

test('text in Latin-1 is no UTF-8', async () => {
  const { bytes } = await ask('protocol-not-utf-8', 'getActivities');
  expect(bytes.includes(0xe9)).toBe(true);
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
});

test('the body begins with a byte order mark', async () => {
  const { bytes } = await ask('protocol-byte-order-mark', 'getRiverActivitiesTargets');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('no content type is sent where it is missing', async () => {
  const { response } = await ask('protocol-content-type-missing', 'getRiverActivitiesRunGroups');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, null]);
});

test('a 204 has no body', async () => {
  const { response, bytes } = await ask('protocol-204', 'getRiverActivitiesSubRivers');
  expect([response.status, bytes.length]).toEqual([204, 0]);
});

test('a redirect within the region leads to the response', async () => {
  const { response } = await ask('protocol-redirect-own-host', 'getRiverActivitiesRunGroups');
  const location = response.headers.get('location') ?? '';
  expect([response.status, new URL(location).origin]).toEqual([302, simulator?.regions[0]?.url]);
  const headers = { Authorization: `Bearer ${tokens('eu').full}` };
  expect((await fetch(location, { redirect: 'manual', headers })).status).toBe(200);
});

test('the token of the other region is taken', async () => {
  const { response } = await ask('region-accepts-other-token', 'getRiverActivitiesRuns', tokens('us').full);
  expect(response.status).toBe(200);
});
