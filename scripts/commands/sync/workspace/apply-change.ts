import { ApiError } from './api-error.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Send } from './send.ts';

/** What became of a step. */
export type Taken = { readonly error?: ApiError };

/**
 * Takes a step. When no answer tells whether it was done, it is not sent again, for a second one might be made (and a
 * replacement was seen to be done after its error, postman-app-support issue 10098): the workspace is looked at.
 * @param look what is to be done about the same thing now
 */
export async function take(
  { call }: PlannedChange,
  send: Send,
  look: () => Promise<PlannedChange | undefined>,
): Promise<Taken> {
  if (call === undefined) return {};
  try {
    await send(call);
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.mayBeDone) return { error };
    const now = await look().catch(() => undefined);
    return now?.action === 'leave' ? {} : { error };
  }
}

/** Whether it is this step alone that was refused, so that others may still be taken. */
export function isAlone({ status = 0 }: ApiError): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}
