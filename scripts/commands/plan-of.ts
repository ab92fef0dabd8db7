import { type Plan, toPlan } from '../cases/plan.ts';
import { locateProblem } from '../load/load.ts';
import { strayProblems } from '../postman/stray.ts';
import type { Io } from './io.ts';
import { type Opened, printProblems } from './open-spec.ts';

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
