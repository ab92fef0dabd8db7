import type { Expectation, OperationTable } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ReceivedResponse } from './response.ts';

type RefusalMismatch = {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly verdict?: 'drift';
};

const refusal = 'a refusal, such as 405';

/** A method that the path does not document is refused (RFC 9110, section 15.5.6). HEAD may succeed like GET. */
export function checkMethod(
  { status, header }: Pick<ReceivedResponse, 'status' | 'header'>,
  method: string,
  { methods = [] }: Pick<Expectation, 'methods'>,
  { pointer }: Pick<OperationTable, 'pointer'>,
): Outcome[] {
  if (status === '429') {
    const message = 'the rate limit is reached, so nothing can be checked: send requests more slowly';
    return [{ check: 'method', verdict: 'inconclusive', message, pointer }];
  }
  const mismatch =
    statusMismatch(method, status) ||
    (status === '405' ? allowMismatch(method, header('Allow'), methods) : undefined);
  if (mismatch !== undefined) return [{ check: 'method', verdict: 'failed' as const, ...mismatch, pointer }];
  return [{ check: 'method', verdict: 'passed', message: `${method} gets a ${status}`, pointer }];
}

function statusMismatch(method: string, status: string): RefusalMismatch | undefined {
  const actual = `status ${status}`;
  if (status.charAt(0) === '5' && status !== '501')
    return { message: `${method} is an error of the server`, expected: refusal, actual };
  const succeeded = status.charAt(0) === '2' || status.charAt(0) === '3';
  if (!succeeded || method === 'HEAD' || method === 'OPTIONS') return undefined;
  return { message: `${method} is not documented, and it is not refused`, expected: refusal, actual };
}

/** Allow names the available methods (RFC 9110, section 10.2.1): the documented ones, and harmless ones. */
function allowMismatch(
  method: string,
  allow: string | undefined,
  known: readonly string[],
): RefusalMismatch | undefined {
  const expected = `a header Allow with ${known.join(', ')}`;
  if (allow === undefined)
    return { message: 'a 405 must say which methods there are', expected, actual: 'absent' };
  const named = allow.split(',').map((name) => name.trim().toUpperCase());
  const also = [...known, 'HEAD', 'OPTIONS', ''];
  if (!known.every((name) => named.includes(name)) || named.includes(method))
    return { message: 'Allow does not name the documented methods', expected, actual: allow };
  // The spec may not have all of them.
  const more = named.filter((name) => !also.includes(name));
  const message = `Allow names ${more.join(', ')}, which is not documented`;
  return more.length === 0 ? undefined : { message, expected, actual: allow, verdict: 'drift' };
}
