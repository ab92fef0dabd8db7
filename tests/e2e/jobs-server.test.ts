import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { essence } from '../../scripts/model/media-type.ts';
import { createCheck } from '../../scripts/openapi/lint/example-check.ts';
import { lint } from '../../scripts/openapi/lint/lint.ts';
import type { Call } from '../fixtures/jobs/answer.ts';
import { faults } from '../fixtures/jobs/faults/faults.ts';
import { type Jobs, startJobs } from '../fixtures/jobs/jobs.ts';
import { operationAt } from '../fixtures/jobs/judge.ts';
import { toProbes } from '../fixtures/jobs/probes.ts';
import { createRegion } from '../fixtures/jobs/region.ts';
import { type Context, createWorld } from '../fixtures/jobs/world.ts';
import { open } from '../fixtures/open.ts';

const { spec, api } = await open(fileURLToPath(new URL('../fixtures/jobs.openapi.yaml', import.meta.url)));
const check = createCheck(spec);
const now = Date.UTC(2026, 0, 19, 12);

function world(name: string, seed = 0): Context {
  return createWorld(name, `http://${name}.test`, seed, now);
}

/** What an answer breaks of the description; methods that it does not name are not its business. */
function breaches({ path, method }: Call, status: number, headers: Headers, text: string): string[] {
  const operation = api.operations.find(({ id }) => id === operationAt(path)?.id);
  if (method !== 'GET') return [];
  const response = operation?.responses.find((documented) => documented.status === String(status));
  const type = essence(headers.get('Content-Type') ?? '');
  const content = response?.contents.find(({ mediaType }) => mediaType === type);
  if (response === undefined || content === undefined) return [`${status} ${type} is not documented`];
  const ofHeaders = response.headers.map(({ name, schema = '' }) => {
    const value = headers.get(name);
    return check(schema, value) && check(schema, Number(value)) && `${name}: ${check(schema, value)}`;
  });
  return [check(content.schema ?? '', JSON.parse(text)), ...ofHeaders].filter((breach) => breach !== '');
}

async function send(url: string, { method, path, query, key }: Call) {
  const headers = key === undefined ? {} : { 'X-Api-Key': key };
  const response = await fetch(`${url}${path}?${query}`, { method, headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function withJobs<T>(
  options: Parameters<typeof startJobs>[0],
  use: (jobs: Jobs) => Promise<T>,
): Promise<T> {
  const jobs = await startJobs({ clock: () => now, ...options });
  return use(jobs).finally(jobs.close);
}

const regions = ['north', 'south'];

describe('the description', () => {
  test('has no problems', () => {
    // The linter does not know the whole vocabulary of `x-contract` yet.
    expect(lint(spec).filter(({ code }) => code !== 'contract-well-formed')).toEqual([]);
  });
});

describe('regions that keep their contract', () => {
  test('every answer fits the description', () =>
    withJobs({ regions }, async (jobs) => {
      for (const { name, url } of jobs.regions) {
        const other = world(name === 'north' ? 'south' : 'north');
        for (const [status, call] of toProbes(world(name), other, now)) {
          const seen = await send(url, call);
          const broken = breaches(call, seen.status, seen.headers, seen.text);
          expect({ call: `${call.method} ${call.path}?${call.query}`, status: seen.status, broken }).toEqual({
            call: `${call.method} ${call.path}?${call.query}`,
            status,
            broken: [],
          });
        }
      }
    }));

  test('the pages of every seed hold each job once, in order, and the summary counts them', () => {
    for (const seed of [0, 1, 2, 3]) {
      const north = world('north', seed);
      const answer = createRegion(north, world('south', seed), []);
      const probe = toProbes(north, north, now)[0]?.[1];
      if (probe === undefined) throw new Error('there is no probe');
      const pageAt = (page: number) => {
        const query = new URLSearchParams(probe.query);
        query.set('page', String(page));
        return answer({ ...probe, query }).body;
      };
      const pages = [1, 2, 3, 4, 5, 6].map(pageAt);
      const all = north.entries.map(({ job }) => job);
      expect(pages).toMatchObject(
        [0, 10, 20, 30, 40, 50].map((start) => ({ items: all.slice(start, start + 10), total: 60 })),
      );
      expect(pages.at(-1)).toMatchObject({ next: null });
      expect(answer({ ...probe, path: '/summary' }).body).toMatchObject({
        by_status: { failed: all.filter(({ status }) => status === 'failed').length },
        total: 60,
      });
    }
  });

  test('HEAD says what GET says, without a body', () =>
    withJobs({ regions }, async ({ regions: [north] }) => {
      const call = toProbes(world('north'), world('south'), now)[0]?.[1];
      if (call === undefined || north === undefined) throw new Error('there is nothing to ask');
      const { status, headers, text } = await send(north.url, { ...call, method: 'HEAD' });
      expect([status, headers.get('X-Total-Count'), text]).toEqual([200, '60', '']);
    }));
});

describe('faults', () => {
  test('have ids of their own', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });

  test.each(faults.map((fault) => [fault.id, fault] as const))('%s changes some answer', (_, fault) => {
    const [north, south] = [world('north'), world('south')];
    const right = createRegion(north, south, []);
    const wrong = createRegion(north, south, [fault]);
    const changed = toProbes(north, south, now).filter(
      ([, call]) => JSON.stringify(wrong(call)) !== JSON.stringify(right(call)),
    );
    expect(changed).not.toEqual([]);
  });

  test.each(['protocol-reset', 'protocol-content-encoding'])('%s reaches the wire', (id) =>
    withJobs({ regions, faults: { south: [id] } }, async ({ regions: [north, south] }) => {
      const ask = (region: typeof north) =>
        fetch(`${region?.url}/jobs/${region?.variables.job_id}`, {
          headers: { 'X-Api-Key': region?.variables['api-key'] ?? '' },
        }).then((response) => response.json());
      await expect(ask(north)).resolves.toMatchObject({ id: north?.variables.job_id });
      await expect(ask(south)).rejects.toThrow();
    }),
  );

  test('one that nobody knows is refused, and so is a region', async () => {
    await expect(startJobs({ regions, faults: { north: ['none'] } })).rejects.toThrow('none');
    await expect(startJobs({ regions, faults: { west: [] } })).rejects.toThrow('west');
  });
});
