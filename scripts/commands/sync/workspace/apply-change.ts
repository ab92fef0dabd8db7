import { ApiError } from './api-error.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Send } from './send.ts';

/** The result of a change; without an error it is done. */
export type AppliedChange = { readonly error?: ApiError };

/**
 * Applies a change. If no response says whether it was done, it is not sent again, because that could create a second
 * element, and a replacement can succeed despite its error (postman-app-support issue 10098). The workspace decides.
 * @param replan the change that the same element needs now
 */
export async function applyChange(
  { call }: PlannedChange,
  send: Send,
  replan: () => Promise<PlannedChange | undefined>,
): Promise<AppliedChange> {
  if (call === undefined) return {};
  try {
    await send(call);
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.mayBeDone) return { error };
    const now = await replan().catch(() => undefined);
    return now?.action === 'leave' ? {} : { error };
  }
}

/** Whether only this change was refused, so that others may still succeed. */
export function isOnlyThisRefused({ status = 0 }: ApiError): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}
