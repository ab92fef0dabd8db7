import type { OperationObject, ResponseObject } from '../../../model/spec.ts';
import { ownProvenanceChange } from './annotations.ts';
import { compareContents } from './contents.ts';
import { type FoundChange, keyPlace, placeOf, plainChange } from './found-change.ts';
import { compareHeaders } from './headers.ts';
import type { Specs } from './lifecycle.ts';
import { both, type Pair } from './pair.ts';
import { isSame } from './same.ts';
import { contextOf, enterComponent, type SchemaContext, schemaChange } from './schema-context.ts';

/** The Responses Objects of both specs, by status code. */
type Responses = Pair<ReadonlyMap<string, ResponseObject>>;

/** Compares Responses Objects (OpenAPI 3.1, section 4.8.16): each status with the one in the other spec that covers it. */
export function compareResponses(specs: Specs, operations: Pair<OperationObject>): FoundChange[] {
  const responses = both(operations, byStatus);
  const statuses = [...new Set([...responses.revision.keys(), ...responses.base.keys()])];
  return statuses.flatMap((status) => {
    const base = responses.base.get(coveringStatus(status, responses, 'base') ?? '');
    const revision = responses.revision.get(coveringStatus(status, responses, 'revision') ?? '');
    return [
      ...compareStatus(specs, operations, responses, status),
      ...(base && revision ? compareResponse(specs, { base, revision }, status) : []),
    ];
  });
}

function byStatus({ responses = {} }: OperationObject): Responses['base'] {
  return new Map(Object.entries(responses).filter(([status]) => !status.startsWith('x-')));
}

/** A status that is new or gone, and what covers it in the other spec. */
function compareStatus(
  specs: Specs,
  { base, revision }: Pair<OperationObject>,
  responses: Responses,
  status: string,
): FoundChange[] {
  if (!responses.base.has(status)) {
    const from = coveringStatus(status, responses, 'base');
    const text = `new response ${status}${from === undefined ? '' : `, which \`${from}\` covered`}`;
    const place = placeOf(specs, { revision: revision.responses }, status);
    // A client does not know what to do with a new success.
    const isNewSuccess = isSuccess(status) && from === undefined;
    return [plainChange(isNewSuccess ? 'response-added-success' : 'response-added', text, place)];
  }
  if (responses.revision.has(status)) return [];
  const to = coveringStatus(status, responses, 'revision');
  const text = `the response ${status} is gone${to === undefined ? '' : `: \`${to}\` covers it`}`;
  const place = placeOf(specs, { base: base.responses }, status);
  const rule = breaksWithout(status, responses) ? 'response-removed-success' : 'response-removed';
  return [plainChange(rule, text, place)];
}

/**
 * The key in one spec that covers a status of the other: the status, its range, or `default`, which covers all others
 * (OpenAPI 3.1, section 4.8.16). If a success is described, `default` means errors and does not cover a removed success.
 */
function coveringStatus(status: string, responses: Responses, which: keyof Responses): string | undefined {
  const isForErrors = [...responses.base.keys()].some(isSuccess);
  const others = isSuccess(status) && isForErrors ? [] : ['default'];
  return [status, rangeOf(status), ...others].find((name) => responses[which].has(name));
}

/**
 * Whether a client breaks without a status. It needs the success that it knows; of a range, or of a `default` that
 * covered everything, any success. It treats an unknown error as the x00 of its class (RFC 9110, section 15).
 */
function breaksWithout(status: string, responses: Responses): boolean {
  if (status === 'default') return ![...responses.base.keys(), ...responses.revision.keys()].some(isSuccess);
  const isLeft =
    status === rangeOf(status) && [...responses.revision.keys()].some((one) => rangeOf(one) === status);
  return isSuccess(status) && !isLeft && coveringStatus(status, responses, 'revision') === undefined;
}

function isSuccess(status: string): boolean {
  return /^[123]/.test(status);
}

function rangeOf(status: string): string {
  return `${status.slice(0, 1)}XX`;
}

function compareResponse(specs: Specs, pair: Pair<ResponseObject>, status: string): FoundChange[] {
  const whole = `the response ${status}`;
  const top = contextOf(specs, 'response', { whole, of: (path) => `\`${path}\` of ${whole}` });
  const at = enterComponent(top, pair);
  const message = ownProvenanceChange(specs, pair);
  const place = keyPlace(specs, pair, 'x-provenance');
  return [
    ...(message === undefined
      ? []
      : [
          schemaChange(at, place, {
            keyword: 'x-provenance',
            rule: 'provenance-changed',
            shift: 'none',
            message,
          }),
        ]),
    ...compareLinks(pair, at),
    ...compareHeaders(pair, at),
    ...compareContents(pair, at),
  ];
}

/** Compares Link Objects (OpenAPI 3.1, section 4.8.20): a removed one breaks clients, other changes do not. */
function compareLinks({ base, revision }: Pair<ResponseObject>, at: SchemaContext): FoundChange[] {
  const keyword = 'links';
  if (isSame(base.links, revision.links, keyword)) return [];
  const lost = Object.keys(base.links ?? {}).filter((name) => !Object.hasOwn(revision.links ?? {}, name));
  const place = keyPlace(at.specs, { base, revision }, 'links');
  if (lost.length === 0)
    return [schemaChange(at, place, { keyword, shift: 'none', message: 'has other links' })];
  const gone = lost.map((link) => `\`${link}\``).join(', ');
  return [schemaChange(at, place, { keyword, shift: 'other', message: `no longer has the links ${gone}` })];
}
