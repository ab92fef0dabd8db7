import type { Api, Operation } from '../model/api.ts';
import type { Case, CaseKind, Unprovoked } from './case.ts';
import { missingField } from './missing-field.ts';
import { missingParameter } from './missing-parameter.ts';
import { success } from './success.ts';
import { unknownId } from './unknown-id.ts';
import { wrongToken } from './wrong-token.ts';

/** The kinds of cases, in the order in which an operation's requests are sent. */
const kinds: readonly CaseKind[] = [success, wrongToken, unknownId, missingParameter, missingField];

export type Plan = { readonly cases: readonly Case[]; readonly unprovoked: readonly Unprovoked[] };

/** Every request of the suite, and every documented answer that none of them asks for. */
export function toPlan(api: Api): Plan {
  const cases = api.operations.flatMap((operation) => kinds.flatMap((kind) => kind(operation)));
  const unprovoked = api.operations.flatMap((operation) =>
    operation.responses
      .filter(({ status }) => !cases.some((made) => made.operation === operation && made.status === status))
      .map(({ status }) => ({ operation, status, reason: reasonFor(operation, status) })),
  );
  return { cases, unprovoked };
}

function reasonFor(operation: Operation, status: string): string {
  return reasons[status] ?? `no kind of case is known to get a ${status} from ${operation.id}`;
}

const reasons: Readonly<Record<string, string>> = {
  '403': 'needs a second token that lacks the scope',
  '422': 'nothing is required that a request could leave out',
  '429': 'would need more requests than the limit allows',
};
