import { UsageError } from '../../../base/usage-error.ts';

/** What is wrong with an address. It may hold a token, so nothing of it is repeated. */
export function fault(what: string, advice: string): UsageError {
  return new UsageError(`--console-url: ${what}. ${advice}`);
}
