import type { OperationObject, ResponseObject, Spec } from '../model/spec.ts';
import { provenance } from './annotations.ts';
import { createIsNew, enter, found } from './at.ts';
import { compareContents } from './contents.ts';
import { type Found, keyPlace, type Pair, placeOf, say } from './found.ts';
import { compareHeaders } from './headers.ts';

/** The Responses Object (OpenAPI 3.1, section 4.8.16): each status with that of the other description that covers it. */
export function compareResponses(specs: Pair<Spec>, operations: Pair<OperationObject>): Found[] {
  const [before, now] = [byStatus(operations.base), byStatus(operations.revision)];
  const gone = [...before].filter(([status]) => covering(now, status) === undefined);
  return [
    ...gone.map(([status]) =>
      say(
        `the answer ${status} is gone`,
        isSuccess(status),
        placeOf(specs, { base: operations.base.responses }, status),
      ),
    ),
    ...[...now].flatMap(([status, revision]) => {
      const base = covering(before, status);
      if (base !== undefined) return compareResponse(specs, { base, revision }, status);
      return [
        say(
          `new answer ${status}`,
          isSuccess(status),
          placeOf(specs, { revision: operations.revision.responses }, status),
        ),
      ];
    }),
    ...[...before].flatMap(([status, base]) => {
      const revision = covering(now, status);
      return revision === undefined || now.has(status)
        ? []
        : compareResponse(specs, { base, revision }, status);
    }),
  ];
}

type Responses = ReadonlyMap<string, ResponseObject>;

function byStatus({ responses }: OperationObject): Responses {
  return new Map(Object.entries(responses ?? {}).filter(([status]) => !status.startsWith('x-')));
}

/** An exact status goes before its range, and `default` is for all others: for errors, where a success is described. */
function covering(responses: Responses, status: string): ResponseObject | undefined {
  const isOnlyForErrors = isSuccess(status) && [...responses.keys()].some(isSuccess);
  const others = isOnlyForErrors ? undefined : responses.get('default');
  return responses.get(status) ?? responses.get(`${status.slice(0, 1)}XX`) ?? others;
}

/**
 * A client waits for a success that it knows; an error that it does not know it treats as the x00 of its class
 * (RFC 9110, section 15).
 */
function isSuccess(status: string): boolean {
  return /^[123]/.test(status);
}

function compareResponse(
  specs: Pair<Spec>,
  { base, revision }: Pair<ResponseObject>,
  status: string,
): Found[] {
  const whole = `the answer ${status}`;
  const holder = { whole, of: (path: string): string => `\`${path}\` of ${whole}` };
  const at = enter({ specs, side: 'response', holder, path: '', isNew: createIsNew() }, revision);
  const known = provenance({ specs }, { base, revision });
  return [
    ...(known === undefined
      ? []
      : [
          found(
            at,
            false,
            keyPlace(specs, { base, revision }, 'x-provenance'),
            ({ name }) => `${name} ${known}`,
          ),
        ]),
    ...compareHeaders({ base, revision }, at),
    ...compareContents({ base, revision }, at),
  ];
}
