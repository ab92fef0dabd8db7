import type { OperationTable } from '../model/expectation.ts';
import { type Outcome, verdictOf } from '../model/outcome.ts';
import type { Pm } from './pm.ts';

/** The response arrived in time, where the spec has a limit. */
export function checkBudget({ response }: Pm, { contract }: OperationTable): Outcome[] {
  const { budget } = contract;
  if (budget === undefined) return [];
  const { ms, pointer, provenance } = budget;
  const within = response.responseTime <= ms;
  const actual = `${response.responseTime} ms`;
  const message = within ? 'the response arrived in time' : 'the response took too long';
  return [
    {
      check: 'budget',
      verdict: within ? 'passed' : verdictOf(provenance),
      message,
      expected: `at most ${ms} ms`,
      actual,
      pointer,
    },
  ];
}
