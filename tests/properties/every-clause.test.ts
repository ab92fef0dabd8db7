import { expect, test, vi } from 'vitest';
import { parsePointer } from '../../scripts/base/pointer.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import type { Spec } from '../../scripts/model/spec.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { toSpec } from '../../scripts/openapi/load/load.ts';
import { toOperationTables } from '../../scripts/suite/checks/tables.ts';
import { open, rivery } from '../fixtures/open.ts';
import { isDeep, sampleOf } from '../fixtures/sample.ts';
import { changesOf } from './changes.ts';
import { constraintsOf, without } from './constraints.ts';
import { record } from './recording.ts';
import { findingsOf, type Operations, toMoments } from './replay.ts';
import { unjudged } from './unnoticed.ts';

vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const { spec, api } = await open(rivery);

// Marks only turn a failure into drift: tests/suite/checks/marks.test.ts.
const isClause = /^\/paths\/[^/]+\/[^/]+\/x-contract\/.*(?<!x-provenance)$/;

test('whatever is taken out of x-contract, some answer is judged otherwise', async () => {
  const operations = operationsOf(spec);
  const moments = toMoments(operations, await record());
  const trialsOf = memoised((index: number) => {
    const moment = moments[index] ?? expect.fail();
    return changesOf(moment.answer.body).map((body) => {
      const found = findingsOf(operations, moment, body);
      return { ...moment, index, body, told: tell(found), about: aboutOf(moment.answer.url, found) };
    });
  });
  const isJudged = (pointer: string): boolean => {
    const { id, contract } = api.operations.find((one) => pointer.startsWith(`${one.pointer}/`)) ?? {};
    const names = [id, contract?.list?.detail?.operation];
    const own = moments.flatMap(({ answer }, index) =>
      names.includes(answer.expectation.operation) ? [index] : [],
    );
    const changed = operationsOf(toSpec(spec.file, without(spec.bundle, pointer), spec.locate));
    const answers = own.flatMap((index) => moments[index]?.answer ?? []);
    const others = toMoments(changed, answers, moments[own[0] ?? 0]?.memory);
    const tokens = parsePointer(pointer).slice(4);
    const worth = (about: string): number => tokens.filter((token) => about.includes(token)).length;
    return own
      .flatMap(trialsOf)
      .toSorted((a, b) => worth(b.about) - worth(a.about))
      .some(({ index, body, told }) => {
        const moment = others[own.indexOf(index)];
        return moment !== undefined && tell(findingsOf(changed, moment, body)) !== told;
      });
  };
  const clauses = constraintsOf(spec.bundle).filter((pointer) => isClause.test(pointer));
  const known = clauses.filter((pointer) => unjudged.some(([wanted]) => wanted.test(pointer)));
  expect(clauses.length).toBeGreaterThan(400);
  const some = sampleOf(
    api.operations.filter(({ contract }) => contract.list !== undefined),
    2,
  );
  const tried = isDeep
    ? clauses
    : sampleOf(
        clauses.filter((clause) => some.some(({ pointer }) => clause.startsWith(`${pointer}/`))),
        40,
      );
  expect(tried.filter((pointer) => !isJudged(pointer))).toEqual(
    tried.filter((pointer) => known.includes(pointer)),
  );
  for (const [wanted] of unjudged) expect(known).toContainEqual(expect.stringMatching(wanted));
}, 180_000);

function memoised<T>(make: (index: number) => T): (index: number) => T {
  const made = new Map<number, T>();
  return (index) => {
    const found = made.get(index) ?? make(index);
    made.set(index, found);
    return found;
  };
}

function operationsOf(described: Spec | undefined): Operations {
  if (described === undefined) throw new Error('no description is left');
  const { operations, ...rest } = toApi(described);
  return toOperationTables(described, { ...rest, operations }, operations, []);
}

/** Where one of several clauses is gone, the others have other places: that alone is no other finding. */
function tell(found: readonly Outcome[]): string {
  return JSON.stringify(
    found.map((one) => ({ ...one, pointer: one.pointer?.replace(/\/\d+(?=\/|$)/g, '/#') })),
  );
}

/** What a clause that is taken out might have to do with. */
function aboutOf(url: string, found: readonly Outcome[]): string {
  return [decodeURIComponent(url), ...found.map(({ pointer }) => pointer)].join(' ');
}
