import { type Plan, toPlan } from '../cases/plan.ts';
import type { Io } from '../io/io.ts';
import type { Api, Operation } from '../model/api.ts';
import { lint } from '../openapi/lint/lint.ts';
import { locateProblem } from '../openapi/load/load.ts';
import { type Opened, printProblems } from '../openapi/open-spec.ts';
import { bundle } from './checks/bundle.ts';
import { unknownFormats } from './checks/formats.ts';
import { patternProblems } from './checks/patterns.ts';
import { type Sources, toSources } from './checks/sources.ts';
import { toContractCollection } from './postman/contract-collection.ts';
import { unsendableProblems } from './postman/unsendable.ts';
import type { Suite } from './selection.ts';

/** Builds the suite of a spec; `undefined` if a schema can't be compiled or a request can't be written. */
export async function buildSuite(opened: Opened, io: Io): Promise<Suite | undefined> {
  const { api } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = planOf(opened, io);
  const byOperation = await bundleTables(groupPerOperation(api), sources);
  const collection = toContractCollection(api, plan.cases, { byOperation });
  return { plan, collection, runtime: await bundle(sources.runtime) };
}

/** Prints the problems of the spec. Returns the sources of the scripts if there are no errors. */
export function prepare({ spec, api }: Opened, io: Io): Sources | undefined {
  const sources = toSources(spec, api);
  const problems = [...lint(spec, ['requests']), ...sources.problems];
  const warnings = [...unknownFormats(spec), ...patternProblems(spec)].map((problem) =>
    locateProblem(problem, spec.locate),
  );
  printProblems(warnings, io);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return problems.length > 0 ? undefined : sources;
}

export type Group = readonly [name: string, operations: readonly Operation[]];

/** A group for each operation. */
export function groupPerOperation({ operations }: Api): Group[] {
  return operations.map((operation) => [operation.id, [operation]]);
}

export async function bundleTables(
  groups: readonly Group[],
  { tablesOf }: Sources,
): Promise<Record<string, string>> {
  const scripts = groups.map(async ([name, some]) => [name, await bundle(tablesOf(some))] as const);
  return Object.fromEntries(await Promise.all(scripts));
}

/** The test cases of the suite. Prints the parts of the spec that no request can contain. */
export function planOf({ spec, api }: Opened, io: Io): Plan {
  const plan = toPlan(api);
  const problems = unsendableProblems(api, plan.cases);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return plan;
}
