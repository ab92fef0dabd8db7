import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { bundle } from '../../scripts/suite/checks/bundle.ts';
import { toSources } from '../../scripts/suite/checks/sources.ts';
import { checkCall, toEvent } from '../../scripts/suite/postman/script.ts';
import { openMalformed } from '../fixtures/open.ts';
import { isDeep } from '../fixtures/sample.ts';
import { withServer } from '../fixtures/server.ts';
import { responses, type Version, type WrittenResponse } from './responses.ts';

const seed = Number(process.env['SEED'] ?? 19);

/** Responses of one run of newman, of which there are several. */
const [perRun, runs] = isDeep ? [200, 5] : [30, 1];

const versions: readonly Version[] = ['3.0.3', '3.1.0'];

test.each(versions.flatMap((version) => Array.from({ length: runs }, (_, run) => ({ version, run }))))(
  `a response that a server writes as described passes, and one mistake fails: OpenAPI $version, run $run, seed ${seed}`,
  async ({ version, run }) => {
    const all = fc.sample(responses(version), { numRuns: perRun, seed: seed + run });
    const judged = await judgeAll(all, version);
    const wrong = all.flatMap((response, index) => {
      const [right = [], mistaken = []] = judged[index] ?? [];
      const isRight = right.length > 0 && right.every(({ verdict }) => verdict === 'passed');
      const isNoticed = mistaken.some(
        ({ check, verdict }) => check === response.check && verdict === 'failed',
      );
      return isRight && isNoticed ? [] : [describe(response, isRight ? mistaken : right)];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(judged).toHaveLength(perRun);
  },
  600_000,
);

function describe({ documented, right, wrong }: WrittenResponse, outcomes: readonly Outcome[]): object {
  const bad = outcomes.filter(({ verdict }) => verdict !== 'passed');
  return { documented: JSON.stringify(documented), right, wrong, bad };
}

/** The outcomes of each response, and of the same with its mistake. */
async function judgeAll(
  all: readonly WrittenResponse[],
  version: Version,
): Promise<(readonly [readonly Outcome[], readonly Outcome[]])[]> {
  const paths = all.map(({ documented }, index) => [
    `/${index}`,
    { get: { responses: { 200: documented } } },
  ]);
  const info = { title: 'Responses', version: '1' };
  const { spec, api } = await openMalformed({ openapi: version, info, paths: Object.fromEntries(paths) });
  const { problems, runtime, tablesOf } = toSources(spec, api);
  expect(problems).toEqual([]);
  const code = [await bundle(runtime), await bundle(tablesOf(api.operations))].join('\n');
  const outcomes = new Map<string, readonly Outcome[]>();
  await withServer(
    ({ url = '' }) => {
      const [, index = '', kind] = url.split('/');
      const response = all[Number(index)];
      return (kind === 'wrong' ? response?.wrong : response?.right) ?? { status: 500 };
    },
    async (base) => {
      const item = all.flatMap((_, index) =>
        ['right', 'wrong'].map((kind) => ({
          id: `${index} ${kind}`,
          name: kind,
          request: { method: 'GET', url: `${base}/${index}/${kind}` },
          event: [
            ...(index === 0 && kind === 'right' ? [toEvent('prerequest', code)] : []),
            toEvent('test', checkCall({ operation: `GET /${index}`, case: kind })),
          ],
        })),
      );
      const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
      const collection = { info: { name: 'Responses', schema }, item };
      await runCollection(
        { collection, variables: {}, delayMs: 0, timeoutMs: 30_000, bail: false },
        {
          onItem: (run) => outcomes.set(run.itemId, outcomesOf(run.outcomes ?? run.scriptError ?? run.error)),
          onWaiting: () => undefined,
        },
      );
    },
  );
  return all.map((_, index) => [outcomes.get(`${index} right`) ?? [], outcomes.get(`${index} wrong`) ?? []]);
}

function outcomesOf(text = '{}'): readonly Outcome[] {
  if (!text.startsWith('{')) throw new Error(text);
  return JSON.parse(text).outcomes ?? [];
}
