import { beforeAll, describe, expect, test } from 'vitest';
import type { SimulatedResponse } from '../../scripts/simulator/answer.ts';
import { createAnswerValidator } from '../../scripts/simulator/answer-validation.ts';
import { createApp } from '../../scripts/simulator/app.ts';
import type { Fault, FaultExchange } from '../../scripts/simulator/faults/fault.ts';
import { faults } from '../../scripts/simulator/faults/faults.ts';
import { listen } from '../../scripts/simulator/listen.ts';
import { createRequestValidators } from '../../scripts/simulator/request-validation.ts';
import { readAliases, readRoutes } from '../../scripts/simulator/routes.ts';
import { createAnswerCount } from '../../scripts/simulator/simulator.ts';
import { createWorld } from '../../scripts/simulator/world/world.ts';
import { readDocument, start } from './local.ts';
import { probes, sendProbes } from './probes.ts';

const document = readDocument();
const routes = readRoutes(document);
const validateAnswer = createAnswerValidator(document);

type Recorded = { readonly answer: SimulatedResponse; readonly exchange: FaultExchange };

/** The right answers to the probes and what they answer: each fault is shown what it would have been shown. */
let recorded: readonly Recorded[];
beforeAll(async () => {
  recorded = await record();
});

/** Region faults whose answers break the document as well; those of the others are valid and only differ. */
const breaking = ['region-redirects-to-other', 'region-media-type-parameter', 'region-units-as-text'];

/** The fewest that there are to be of each class. */
const fewest = { body: 28, protocol: 24, negative: 20, semantic: 26, region: 14 } as const;

test('ids are unique and have their class in front, and no two titles are the same', () => {
  const ids = faults.map(({ id }) => id);
  const titles = faults.map(({ title }) => title);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(faults.filter((fault) => !fault.id.startsWith(`${fault.class}-`))).toEqual([]);
});

test.each(Object.entries(fewest))('there are enough faults of the class %s', (name, count) => {
  expect(faults.filter((fault) => fault.class === name).length).toBeGreaterThanOrEqual(count);
});

test('the probes get every status that the simulator has by day, and valid answers', () => {
  expect(recorded).toHaveLength(probes.length);
  const statuses = new Set(recorded.map(({ answer }) => answer.status));
  expect([...statuses].sort()).toEqual([200, 401, 403, 404, 405, 422]);
  expect(recorded.flatMap(({ answer, exchange }) => problems(answer, exchange))).toEqual([]);
});

describe.each(faults)('$id', (fault) => {
  test('shows, and only in answers that its class is about', () => {
    const shown = differences(fault);
    expect(shown.length).toBeGreaterThan(0);
    const rightly = [...new Set(shown.map(({ answer }) => answer.status))];
    if (fault.class === 'protocol' || fault.class === 'semantic') expect(rightly).toEqual([200]);
    if (fault.class === 'negative') expect(rightly).not.toContain(200);
  });

  test('leaves an answer that it is not about as it is', () => {
    const touched = recorded.filter(({ answer, exchange }) => fault.apply(answer, exchange) !== answer);
    expect(touched.length).toBeLessThan(recorded.length);
  });
});

const meaningful = faults.filter((fault) => fault.class === 'semantic' || fault.class === 'region');
test.each(meaningful)('$id: the document holds, or is known not to', (fault) => {
  const wrong = differences(fault).flatMap(({ faulty, exchange }) => problems(faulty, exchange));
  expect(wrong.length > 0, wrong.join(', ')).toBe(breaking.includes(fault.id));
});

function differences(fault: Fault): readonly (Recorded & { readonly faulty: SimulatedResponse })[] {
  return recorded.flatMap(({ answer, exchange }) => {
    const faulty = fault.apply(answer, exchange);
    return JSON.stringify(faulty) === JSON.stringify(answer) ? [] : [{ answer, exchange, faulty }];
  });
}

/** What is wrong with an answer by the document; methods that it does not have are left out. */
function problems(answer: SimulatedResponse, { operationId }: FaultExchange): readonly string[] {
  const route = routes.find((one) => one.operationId === operationId);
  return route === undefined ? [] : validateAnswer(route, answer);
}

/** Sends the probes to a healthy region with a fault that changes nothing and sees everything. */
async function record(): Promise<readonly Recorded[]> {
  const seen: Recorded[] = [];
  const spy: Fault = {
    id: 'body-spy',
    class: 'body',
    title: 'Sees all answers',
    apply: (answer, exchange) => {
      seen.push({ answer, exchange });
      return answer;
    },
  };
  const mistakes: string[] = [];
  const app = createApp({
    world: createWorld({ region: 'eu', clock: () => start, seed: 0 }),
    routes,
    aliases: readAliases(document),
    requestValidators: createRequestValidators(document),
    validateAnswer,
    faults: [spy],
    count: createAnswerCount(),
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
