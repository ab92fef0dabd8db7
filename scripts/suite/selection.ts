import { listOf } from '../base/words.ts';
import type { Case } from '../cases/case.ts';
import type { Plan } from '../cases/plan.ts';
import type { Tier } from '../cases/select.ts';
import type { ContractCollection } from './postman/contract-collection.ts';
import { whyUnsendable } from './postman/unsendable.ts';

/** All cases, and those of them that are not sent, with the reason. */
export type Selection = {
  readonly collection: ContractCollection;
  /** The script that the checks of all operations share. */
  readonly runtime: string;
  readonly cases: readonly Case[];
  readonly skipped: ReadonlyMap<Case, string>;
  /** Stop after the first failed test; the remaining cases have no result. */
  readonly bail?: boolean;
};

/** The contract collection of a run, and the runtime that its checks share. */
export type Suite = Pick<Selection, 'collection' | 'runtime'> & { readonly plan: Plan };

export type Allowed = {
  readonly tier: Tier;
  readonly costs: boolean;
  readonly unsafe: boolean;
  /** Whether a token of another region may be sent. */
  readonly foreignTokens: boolean;
};

/** Why a token of another region is not sent. */
export const foreignTokenReason = 'it sends the token of another region: sent only with --try-foreign-tokens';

/** Selects the cases to send. */
export function toSelection({ plan, ...sent }: Suite, allowed: Allowed): Selection {
  return { ...sent, cases: plan.cases, skipped: skipReasons(plan, allowed) };
}

/** The cases that are not sent, with the reasons. */
export function skipReasons({ cases, smoke }: Plan, allowed: Allowed): ReadonlyMap<Case, string> {
  const reasons = cases.flatMap((testCase) => {
    const reason = skipReason(testCase, smoke.has(testCase), allowed);
    return reason === undefined ? [] : [[testCase, reason] as const];
  });
  return new Map(reasons);
}

function skipReason(testCase: Case, smoke: boolean, allowed: Allowed): string | undefined {
  const { operation, guard } = testCase;
  if (operation.effects === 'costs' && !allowed.costs) return 'it costs money: sent only with --allow-run';
  if (operation.auth.type === 'unusable')
    return `no Postman request can contain the authorisation that it needs: ${listOf(operation.auth.reasons)}`;
  const unsendable = whyUnsendable(testCase);
  if (unsendable !== undefined) return unsendable;
  if (operation.effects === 'changes' && !allowed.unsafe)
    return 'it changes something: sent only with --allow-unsafe';
  if (guard === 'unsafe' && !allowed.unsafe)
    return 'it might change something: sent only with --allow-unsafe';
  if (guard === 'elsewhere' && !allowed.foreignTokens) return foreignTokenReason;
  return !smoke && allowed.tier === 'smoke' ? 'it is not in the tier smoke' : undefined;
}
