import type { OperationObject, ResponseObject } from '../../../model/spec.ts';
import type { Pair } from './found-change.ts';

/** The Responses Objects of both specs, by status code. */
export type Responses = Pair<ReadonlyMap<string, ResponseObject>>;

export function byStatus({ base, revision }: Pair<OperationObject>): Responses {
  const of = ({ responses }: OperationObject): Responses['base'] =>
    new Map(Object.entries(responses ?? {}).filter(([status]) => !status.startsWith('x-')));
  return { base: of(base), revision: of(revision) };
}

/**
 * The key in one spec that covers a status of the other: the status, its range, or `default`, which covers all others
 * (OpenAPI 3.1, section 4.8.16). If a success is described, `default` means errors and does not cover a removed success.
 */
export function coveringStatus(
  status: string,
  responses: Responses,
  which: keyof Responses,
): string | undefined {
  const isForErrors = [...responses.base.keys()].some(isSuccess);
  const others = isSuccess(status) && isForErrors ? [] : ['default'];
  return [status, rangeOf(status), ...others].find((name) => responses[which].has(name));
}

/**
 * Whether a client breaks without a status. It needs the success that it knows; of a range, or of a `default` that
 * covered everything, any success. It treats an unknown error as the x00 of its class (RFC 9110, section 15).
 */
export function breaksWithout(status: string, responses: Responses): boolean {
  if (status === 'default') return ![...responses.base.keys(), ...responses.revision.keys()].some(isSuccess);
  const isLeft =
    status === rangeOf(status) && [...responses.revision.keys()].some((one) => rangeOf(one) === status);
  return isSuccess(status) && !isLeft && coveringStatus(status, responses, 'revision') === undefined;
}

/** Whether a client does not know what to do with a new status. */
export function isUnknownToClients(status: string, responses: Responses): boolean {
  return isSuccess(status) && coveringStatus(status, responses, 'base') === undefined;
}

function isSuccess(status: string): boolean {
  return /^[123]/.test(status);
}

function rangeOf(status: string): string {
  return `${status.slice(0, 1)}XX`;
}
