import { type Plan, toPlan } from '../cases/plan.ts';
import type { Io } from '../io/io.ts';
import { locateProblem } from '../openapi/load/load.ts';
import { type Opened, printProblems } from '../openapi/open-spec.ts';
import { unsendableProblems } from './postman/unsendable.ts';

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
