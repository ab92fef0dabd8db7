import { ExitCode } from '../../base/exit-code.ts';
import type { Problem } from '../../base/problem.ts';
import { judgeCases } from '../../judge/case-result.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { locateProblem } from '../../openapi/load/load.ts';
import type { Opened } from '../../openapi/open-spec.ts';
import { runRegion } from '../../run/region.ts';
import type { Selection } from '../../suite/selection.ts';
import { type Healthy, inProcessOptions, type Started } from './trial/trial.ts';

/** Why faults can't be tried: the region without a fault has a finding. */
export type Unhealthy = { readonly problem: Problem; readonly code: ExitCode };

/** Runs a region without a fault. Only findings that it does not have can be about a fault. */
export async function runHealthy(
  opened: Opened,
  { target, mistakes, close }: Started,
  selection: Selection,
): Promise<Healthy | Unhealthy> {
  const cases = judgeCases(await runRegion(target, selection, inProcessOptions));
  await close();
  const wrong = cases.find(({ verdict }) => verdict !== 'passed' && verdict !== 'skipped');
  if (wrong === undefined) return { operations: opened.api.operations, target, cases };
  return toUnhealthy(wrong, mistakes()[0], opened);
}

/** If the simulator breaks an edited spec, that is a problem in the spec. A case that can't be judged may have another cause. */
function toUnhealthy(
  { region, operationId, case: name, verdict, outcomes, reason }: CaseResult,
  mistake: string | undefined,
  { spec, api }: Opened,
): Unhealthy {
  const outcome = outcomes.find((one) => one.verdict !== 'passed');
  const check = outcome === undefined ? verdict : `check ${outcome.check}, ${outcome.verdict}`;
  const said = outcome?.message ?? reason ?? 'it could not be judged';
  const admitted = mistake === undefined ? '' : ` (the simulator says: ${mistake.split('\n')[0]})`;
  const pointer = outcome?.pointer ?? api.operations.find(({ id }) => id === operationId)?.pointer;
  const message = `The healthy local region ${region} does not keep this spec, so no fault can be tried: ${operationId}, test case ${name}, ${check}: ${said}${admitted}. Correct the spec, or change the simulator in scripts/simulator to match it.`;
  const problem: Problem = {
    code: 'simulator-not-green',
    severity: 'error',
    message,
    ...(pointer !== undefined && { pointer }),
  };
  const isBroken = verdict === 'failed' || verdict === 'drift';
  return {
    problem: locateProblem(problem, spec.locate),
    code: isBroken ? ExitCode.badSpec : ExitCode.notJudged,
  };
}
