import { type Plan, toPlan } from '../cases/plan.ts';
import type { Io } from '../io/io.ts';
import { locateProblem } from '../openapi/load/load.ts';
import { type Opened, printProblems } from '../openapi/open-spec.ts';
import { strayProblems } from './postman/stray.ts';

/** The requests of the suite. Prints what of the spec no request can hold. */
export function planOf({ spec, api }: Opened, io: Io): Plan {
  const plan = toPlan(api);
  const problems = strayProblems(api, plan.cases);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return plan;
}
