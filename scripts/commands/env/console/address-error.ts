import { UsageError } from '../../../base/usage-error.ts';

/** The problem with an address. The address may contain a token, so the message never quotes it. */
export function addressError(what: string, advice: string): UsageError {
  return new UsageError(`--console-url: ${what}. ${advice}`);
}
