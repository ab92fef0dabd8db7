import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../scripts/simulator/app.ts';
import type { Fault, FaultExchange } from '../../scripts/simulator/faults/fault.ts';
import { faults } from '../../scripts/simulator/faults/faults.ts';
import { listen } from '../../scripts/simulator/listen.ts';
import { createRequestValidators } from '../../scripts/simulator/request-validation.ts';
import type { SimulatedResponse } from '../../scripts/simulator/response.ts';
import { createResponseValidator } from '../../scripts/simulator/response-validation.ts';
import { readAliases, readRoutes } from '../../scripts/simulator/routes.ts';
import { createResponseCount } from '../../scripts/simulator/simulator.ts';
import { createWorld } from '../../scripts/simulator/world/world.ts';
import { readDocument, start } from './local.ts';
import { probes, sendProbes } from './probes.ts';

const document = readDocument();
const routes = readRoutes(document);
const validateResponse = createResponseValidator(document);

type Recorded = { readonly response: SimulatedResponse; readonly exchange: FaultExchange };

/** The correct responses to the probes, with their requests: the input of each fault. */
let recorded: readonly Recorded[];
beforeAll(async () => {
  recorded = await record();
});

/** Region faults whose responses also break the spec; those of other region faults are valid and only differ. */
const breaking = ['region-redirects-to-other', 'region-media-type-parameter', 'region-units-as-text'];

/** The minimum number of faults of each class. */
const fewest = { body: 28, protocol: 24, negative: 20, semantic: 26, region: 14 } as const;

test('ids are unique and begin with their class, and titles are unique', () => {
  const ids = faults.map(({ id }) => id);
  const titles = faults.map(({ title }) => title);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(faults.filter((fault) => !fault.id.startsWith(`${fault.class}-`))).toEqual([]);
});

test.each(Object.entries(fewest))('there are enough faults of the class %s', (name, count) => {
  expect(faults.filter((fault) => fault.class === name).length).toBeGreaterThanOrEqual(count);
});

test('the probes get every status except those of limits, and valid responses', () => {
  expect(recorded).toHaveLength(probes.length);
  const statuses = new Set(recorded.map(({ response }) => response.status));
  expect([...statuses].sort()).toEqual([200, 401, 403, 404, 405, 422]);
  expect(recorded.flatMap(({ response, exchange }) => problems(response, exchange))).toEqual([]);
});

describe.each(faults)('$id', (fault) => {
  test('changes responses, but only those of its class', () => {
    const shown = differences(fault);
    expect(shown.length).toBeGreaterThan(0);
    const rightly = [...new Set(shown.map(({ response }) => response.status))];
    if (fault.class === 'protocol' || fault.class === 'semantic') expect(rightly).toEqual([200]);
    if (fault.class === 'negative') expect(rightly).not.toContain(200);
  });

  test('leaves other responses unchanged', () => {
    const touched = recorded.filter(({ response, exchange }) => fault.apply(response, exchange) !== response);
    expect(touched.length).toBeLessThan(recorded.length);
  });
});

const meaningful = faults.filter((fault) => fault.class === 'semantic' || fault.class === 'region');
test.each(meaningful)('$id: its responses match the spec, or are known not to', (fault) => {
  const wrong = differences(fault).flatMap(({ faulty, exchange }) => problems(faulty, exchange));
  expect(wrong.length > 0, wrong.join(', ')).toBe(breaking.includes(fault.id));
});

function differences(fault: Fault): readonly (Recorded & { readonly faulty: SimulatedResponse })[] {
  return recorded.flatMap(({ response, exchange }) => {
    const faulty = fault.apply(response, exchange);
    return JSON.stringify(faulty) === JSON.stringify(response) ? [] : [{ response, exchange, faulty }];
  });
}

/** How a response breaks the spec; responses to undocumented methods are left out. */
function problems(response: SimulatedResponse, { operationId }: FaultExchange): readonly string[] {
  const route = routes.find((one) => one.operationId === operationId);
  return route === undefined ? [] : validateResponse(route, response);
}

/** Sends the probes to a region with a fault that records all responses and changes none. */
async function record(): Promise<readonly Recorded[]> {
  const seen: Recorded[] = [];
  const spy: Fault = {
    id: 'body-spy',
    class: 'body',
    title: 'Records all responses',
    apply: (response, exchange) => {
      seen.push({ response, exchange });
      return response;
    },
  };
  const mistakes: string[] = [];
  const app = createApp({
    world: createWorld({ region: 'eu', clock: () => start, seed: 0 }),
    routes,
    aliases: readAliases(document),
    requestValidators: createRequestValidators(document),
    validateResponse,
    faults: [spy],
    count: createResponseCount(),
    requestLimit: undefined,
    noteChange: () => undefined,
    report: (mistake) => mistakes.push(mistake),
  });
  const region = await listen({ name: 'eu', port: 0, app });
  await sendProbes(region.url, 'eu');
  await region.close();
  expect(mistakes).toEqual([]);
  return seen;
}
