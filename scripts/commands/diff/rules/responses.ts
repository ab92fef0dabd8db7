import type { OperationObject, ResponseObject, Spec } from '../../../model/spec.ts';
import { provenance } from './annotations.ts';
import { compareContents } from './contents.ts';
import { type FoundChange, keyPlace, type Pair, placeOf, say } from './found.ts';
import { compareHeaders } from './headers.ts';
import { isSame } from './same.ts';
import { byStatus, coveringStatus, isMissed, isUnknown, type Responses } from './statuses.ts';
import { type At, createIsNew, enter, found } from './subject.ts';

/** The Responses Object (OpenAPI 3.1, section 4.8.16): each status with that of the other description that covers it. */
export function compareResponses(specs: Pair<Spec>, operations: Pair<OperationObject>): FoundChange[] {
  const responses = byStatus(operations);
  const { base, revision } = responses;
  const statuses = [...new Set([...revision.keys(), ...base.keys()])];
  return statuses.flatMap((status) => {
    const [from, to] = (['base', 'revision'] as const).map((which) =>
      coveringStatus(status, responses, which),
    );
    const pair = { base: base.get(from ?? ''), revision: revision.get(to ?? '') };
    return [
      ...compareStatus(specs, operations, status, { responses, from, to }),
      ...(pair.base && pair.revision
        ? compareResponse(specs, { base: pair.base, revision: pair.revision }, status)
        : []),
    ];
  });
}

type Covered = {
  readonly responses: Responses;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** That a status is new or gone, and what covered it, or does so now. */
function compareStatus(
  specs: Pair<Spec>,
  { base, revision }: Pair<OperationObject>,
  status: string,
  { responses, from, to }: Covered,
): FoundChange[] {
  if (!responses.base.has(status)) {
    const text = `new answer ${status}${from === undefined ? '' : `, which \`${from}\` covered`}`;
    const place = placeOf(specs, { revision: revision.responses }, status);
    return [say(text, isUnknown(status, responses), place)];
  }
  if (responses.revision.has(status)) return [];
  const text = `the answer ${status} is gone${to === undefined ? '' : `: \`${to}\` covers it`}`;
  return [say(text, isMissed(status, responses), placeOf(specs, { base: base.responses }, status))];
}

function compareResponse(
  specs: Pair<Spec>,
  { base, revision }: Pair<ResponseObject>,
  status: string,
): FoundChange[] {
  const whole = `the answer ${status}`;
  const holder = { whole, of: (path: string): string => `\`${path}\` of ${whole}` };
  const at = enter({ specs, side: 'response', holder, path: '', isNew: createIsNew() }, { base, revision });
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
    ...compareLinks({ base, revision }, at),
    ...compareHeaders({ base, revision }, at),
    ...compareContents({ base, revision }, at),
  ];
}

/** A Link Object (OpenAPI 3.1, section 4.8.20) is no longer there, or some are new or lead elsewhere. */
function compareLinks({ base, revision }: Pair<ResponseObject>, at: At): FoundChange[] {
  if (isSame(base.links, revision.links, 'links')) return [];
  const lost = Object.keys(base.links ?? {}).filter((name) => !Object.hasOwn(revision.links ?? {}, name));
  const place = keyPlace(at.specs, { base, revision }, 'links');
  if (lost.length === 0) return [found(at, false, place, ({ name }) => `${name} has other links`)];
  const gone = lost.map((link) => `\`${link}\``).join(', ');
  return [found(at, true, place, ({ name }) => `${name} no longer has the links ${gone}`)];
}
