import { expect, test } from 'vitest';
import { canSimulate, localSettings } from '../../scripts/simulator/settings.ts';
import { startSimulator } from '../../scripts/simulator/simulator.ts';
import { caller, readDocument, readings, startLocal, wide } from './local.ts';

test('a port in use is an error that names region, port and what to do', async () => {
  const first = await startLocal({ regions: ['us'] });
  const port = Number(new URL(first.regions[0]?.url ?? '').port);
  await expect(startLocal({ ports: { eu: port } })).rejects.toThrow(
    new RegExp(`Port ${port} for the region \`eu\` is in use: .* another port`),
  );
  await first.close();
});

test('an unknown fault is an error that names what is like it', async () => {
  await expect(startLocal({ faults: { eu: ['body-null-nam'] } })).rejects.toThrow(
    /no fault `body-null-nam`\. Similar ones: body-null-name\. List all faults with/,
  );
});

test.each([{ faults: { il: [] } }, { ports: { il: 0 } }])(
  '%o for a region that is not there is an error',
  async (options) => {
    await expect(startLocal(options)).rejects.toThrow('The region `il` is not simulated');
  },
);

test('an operation that nothing implements is an error, and can be asked for beforehand', async () => {
  const document = readDocument();
  expect(canSimulate(document)).toBe(true);
  const other = { ...document, paths: { '/other': { get: { operationId: 'getOther', responses: {} } } } };
  expect(canSimulate(other)).toBe(false);
  await expect(startSimulator({ document: other, regions: ['us'] })).rejects.toThrow(/`getOther`/);
});

test('the local settings are fixed and differ by region', () => {
  expect(localSettings('us')).toEqual(localSettings('us'));
  expect([localSettings('us').port, localSettings('eu').port]).toEqual([4010, 4011]);
  const { variables } = localSettings('us');
  expect(variables).toMatchObject({
    token: 'local-us-token-with-every-scope',
    account_id: expect.stringMatching(/^[0-9a-f]{24}$/),
    environment_id: expect.stringMatching(/^[0-9a-f]{24}$/),
    river_id: expect.stringMatching(/^[0-9a-f]{24}$/),
    run_id: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const other = Object.values(localSettings('eu').variables);
  expect(Object.values(variables).filter((value) => other.includes(value))).toEqual([]);
});

test.each([0, 1, 99])('with the seed %i the variables name a run that succeeded', async (seed) => {
  const simulator = await startLocal({ seed, regions: ['us', 'eu', 'il', 'mars'] });
  for (const { name } of simulator.regions) {
    const run = await caller(simulator, name)(readings.getRiverActivitiesRun);
    expect(run).toMatchObject({ status: 200, body: { status: 'succeeded' } });
  }
  await simulator.close();
});

test('another seed makes another history, the same seed the same', async () => {
  const simulators = await Promise.all([0, 0, 1].map((seed) => startLocal({ seed, regions: ['us'] })));
  const [one, again, other] = await Promise.all(
    simulators.map(
      async (it) => (await caller(it, 'us')(readings.getActivitiesStatistic, { query: wide })).text,
    ),
  );
  expect(again).toBe(one);
  expect(other).not.toBe(one);
  await Promise.all(simulators.map((it) => it.close()));
});
