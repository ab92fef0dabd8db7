import type { Outcome } from '../model/outcome.ts';

type Fault = {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly verdict?: 'drift';
};

const refusal = 'a refusal, such as 405';

/**
 * A method that the path does not document is refused (RFC 9110, section 15.5.6). HEAD may be answered like GET.
 * @param known the methods that the path documents
 */
export function checkMethod(
  method: string,
  known: readonly string[],
  status: string,
  allow: string | undefined,
  pointer: string,
): Outcome[] {
  if (status === '429') {
    const message = 'the rate limit is reached, so nothing can be said: ask more slowly';
    return [{ check: 'method', verdict: 'inconclusive', message, pointer }];
  }
  const fault = faultOf(method, status) ?? (status === '405' ? allowFault(method, allow, known) : undefined);
  if (fault !== undefined) return [{ check: 'method', verdict: 'failed' as const, ...fault, pointer }];
  return [{ check: 'method', verdict: 'passed', message: `${method} gets a ${status}`, pointer }];
}

function faultOf(method: string, status: string): Fault | undefined {
  const actual = `status ${status}`;
  if (status.charAt(0) === '5' && status !== '501')
    return { message: `${method} is an error of the server`, expected: refusal, actual };
  const answered = status.charAt(0) === '2' || status.charAt(0) === '3';
  if (!answered || method === 'HEAD' || method === 'OPTIONS') return undefined;
  return { message: `${method} is not documented, and it is answered`, expected: refusal, actual };
}

/** Allow names the methods that there are (RFC 9110, section 10.2.1): those that are documented, and harmless ones. */
function allowFault(method: string, allow: string | undefined, known: readonly string[]): Fault | undefined {
  const expected = `a header Allow with ${known.join(', ')}`;
  if (allow === undefined)
    return { message: 'a 405 must say which methods there are', expected, actual: 'absent' };
  const named = allow.split(',').map((name) => name.trim().toUpperCase());
  const also = [...known, 'HEAD', 'OPTIONS', ''];
  if (!known.every((name) => named.includes(name)) || named.includes(method))
    return { message: 'Allow does not name the documented methods', expected, actual: allow };
  // The description may not have all that there is.
  const more = named.filter((name) => !also.includes(name));
  const message = `Allow names ${more.join(', ')}, which is not documented`;
  return more.length === 0 ? undefined : { message, expected, actual: allow, verdict: 'drift' };
}
