import type { Plan } from '../../cases/plan.ts';
import type { Api } from '../../model/api.ts';
import type { CaseResult, Coverage, Covered } from '../../model/run-result.ts';
import { toEvidence } from './evidence.ts';
import { headers } from './headers.ts';
import type { CoverageItem, CoverageKind } from './item.ts';
import { operations } from './operations.ts';
import { parameters } from './parameters.ts';
import { properties } from './properties.ts';
import { responses } from './responses.ts';
import { values } from './values.ts';

/** What is counted, in the order in which it is told. */
const kinds = { operations, responses, parameters, values, properties, headers } as const;

/** Which of all that is documented was exercised in at least one region, and why the rest was not. */
export function toCoverage(api: Api, plan: Plan, cases: readonly CaseResult[], floor?: number): Coverage {
  const evidence = toEvidence(plan, cases);
  const itemsOf = (kind: CoverageKind): CoverageItem[] =>
    api.operations.flatMap((operation) => kind(operation, evidence));
  const items = {
    operations: itemsOf(kinds.operations),
    responses: itemsOf(kinds.responses),
    parameters: itemsOf(kinds.parameters),
    values: itemsOf(kinds.values),
    properties: itemsOf(kinds.properties),
    headers: itemsOf(kinds.headers),
  };
  const all = Object.values(items).flat();
  return {
    operations: { documented: items.operations.length, judged: count(items.operations).exercised },
    responses: { documented: items.responses.length, provoked: count(items.responses).exercised },
    parameters: count(items.parameters),
    values: count(items.values),
    properties: count(items.properties),
    headers: count(items.headers),
    percent: percentOf(count(all)),
    ...(floor !== undefined && { floor }),
    gaps: all.flatMap(({ gap }) => gap ?? []),
  };
}

function count(items: readonly CoverageItem[]): Covered {
  return { documented: items.length, exercised: items.filter(({ gap }) => gap === undefined).length };
}

function percentOf({ documented, exercised }: Covered): number {
  return documented === 0 ? 100 : Math.floor((1000 * exercised) / documented) / 10;
}
