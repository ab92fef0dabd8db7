import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import type { Spec } from '../../scripts/model/spec.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { lint } from '../../scripts/openapi/lint/lint.ts';
import { toSpec } from '../../scripts/openapi/load/load.ts';
import { open, rivery } from '../fixtures/open.ts';
import { sampleOf } from '../fixtures/sample.ts';
import { constraintsOf, without } from './constraints.ts';
import { suiteOf } from './suite.ts';
import { unnoticed } from './unnoticed.ts';

const { spec } = await open(rivery);
const parts = Object.entries(suiteOf(spec))
  .map(([name, make]) => ({ name, text: make() }))
  .toSorted((a, b) => a.text.length - b.text.length);

test('whatever is taken out of the description changes the generated suite, or is an error', () => {
  const constraints = constraintsOf(spec.bundle);
  expect(constraints.length).toBeGreaterThan(1300);
  const known = constraints.filter((pointer) => unnoticed.some(([wanted]) => wanted.test(pointer)));
  const tried = sampleOf(constraints, 60);
  expect(tried.filter((pointer) => !isNoticed(pointer))).toEqual(
    tried.filter((pointer) => known.includes(pointer)),
  );
  for (const [wanted] of unnoticed) expect(known).toContainEqual(expect.stringMatching(wanted));
}, 180_000);

const inRequests = /^\/components\/(parameters|schemas\/(ObjectId|RunId|WindowTime|RunRequest))\//;
const isRefused = /\/(minimum|maximum|pattern|enum|required|required\/\d+|\$ref)$/;

// That the suite changes is too little here: the greatest page size is also what whole lists are asked by.
test('whatever a request must keep to, a case is thought of that does not', () => {
  const candidates = (described: Spec): number => {
    const { cases, duplicates } = toPlan(toApi(described));
    return cases.length + duplicates.length;
  };
  const limits = constraintsOf(spec.bundle).filter(
    (pointer) => inRequests.test(pointer) && isRefused.test(pointer) && !/Id\/required$/.test(pointer),
  );
  const all = candidates(spec);
  expect(limits.length).toBeGreaterThan(25);
  expect(limits.filter((pointer) => candidates(mutant(pointer)) >= all)).toEqual([]);
});

/** One part that differs is enough; where all are the same, a house rule may still object. */
function isNoticed(pointer: string): boolean {
  const changed = mutant(pointer);
  const suite = suiteOf(changed);
  return (
    likelyFirst(pointer).some(({ name, text }) => suite[name]?.() !== text) ||
    lint(changed).some(({ severity }) => severity === 'error')
  );
}

/** Those first that speak of the component or the operation: most often they differ, and no other need be made. */
function likelyFirst(pointer: string): typeof parts {
  const about = `${pointer.split('/').slice(0, 4).join('/')}/`;
  const speaksOf = ({ text }: (typeof parts)[number]) => text.includes(about);
  return [...parts.filter(speaksOf), ...parts.filter((part) => !speaksOf(part))];
}

function mutant(pointer: string): Spec {
  const changed = toSpec(spec.file, without(spec.bundle, pointer), spec.locate);
  if (changed === undefined) throw new Error(`no description is left without ${pointer}`);
  return changed;
}
