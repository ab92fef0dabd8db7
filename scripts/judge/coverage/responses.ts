import type { Operation, Response } from '../../model/api.ts';
import type { Evidence } from './evidence.ts';
import { type CoverageKind, toItem } from './item.ts';

/** Documented answers that came. */
export const responses: CoverageKind = (operation, evidence) =>
  operation.responses.map((response) =>
    toItem(evidence.answers(operation, response).length > 0, () => ({
      operationId: operation.id,
      what: 'status',
      status: response.status,
      reason: whyNoAnswer(operation, response, evidence),
    })),
  );

/** Why a documented answer did not come. */
export function whyNoAnswer(operation: Operation, { status }: Response, evidence: Evidence): string {
  const { whyNot, whyUnasked } = evidence;
  return whyNot(operation, ({ statuses }) => statuses[0] === status, {
    judged: 'it was asked for, and another answer came',
    unmade: whyUnasked(operation, status) ?? 'no case asks for it',
  });
}
