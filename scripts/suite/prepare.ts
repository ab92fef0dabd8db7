import type { Problem } from '../base/problem.ts';
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
import { unsendableProblems } from './postman/unsendable.ts';

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
export function planOf(opened: Opened, io: Io): Plan {
  const plan = toPlan(opened.api);
  printProblems(planProblems(opened, plan), io);
  return plan;
}

/** The parts of the spec that no request can contain. */
export function planProblems({ spec, api }: Opened, { cases }: Plan): Problem[] {
  return unsendableProblems(api, cases).map((problem) => locateProblem(problem, spec.locate));
}
