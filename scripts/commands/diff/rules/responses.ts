import type { OperationObject, ResponseObject, Spec } from '../../../model/spec.ts';
import { ownProvenanceChange } from './annotations.ts';
import { compareContents } from './contents.ts';
import { type FoundChange, keyPlace, type Pair, placeOf, plainChange } from './found-change.ts';
import { compareHeaders } from './headers.ts';
import { isSame } from './same.ts';
import { createIsNew, enterComponent, type SchemaContext, schemaChange } from './schema-context.ts';
import { breaksWithout, byStatus, coveringStatus, isUnknownToClients, type Responses } from './statuses.ts';

/** Compares Responses Objects (OpenAPI 3.1, section 4.8.16): each status with the one in the other spec that covers it. */
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

/** A status that is new or gone, and what covers it in the other spec. */
function compareStatus(
  specs: Pair<Spec>,
  { base, revision }: Pair<OperationObject>,
  status: string,
  { responses, from, to }: Covered,
): FoundChange[] {
  if (!responses.base.has(status)) {
    const text = `new response ${status}${from === undefined ? '' : `, which \`${from}\` covered`}`;
    const place = placeOf(specs, { revision: revision.responses }, status);
    return [plainChange(text, isUnknownToClients(status, responses), place)];
  }
  if (responses.revision.has(status)) return [];
  const text = `the response ${status} is gone${to === undefined ? '' : `: \`${to}\` covers it`}`;
  return [
    plainChange(text, breaksWithout(status, responses), placeOf(specs, { base: base.responses }, status)),
  ];
}

function compareResponse(
  specs: Pair<Spec>,
  { base, revision }: Pair<ResponseObject>,
  status: string,
): FoundChange[] {
  const whole = `the response ${status}`;
  const holder = { whole, of: (path: string): string => `\`${path}\` of ${whole}` };
  const at = enterComponent(
    { specs, side: 'response', holder, path: '', isNew: createIsNew() },
    { base, revision },
  );
  const known = ownProvenanceChange({ specs }, { base, revision });
  return [
    ...(known === undefined
      ? []
      : [
          schemaChange(
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

/** Compares Link Objects (OpenAPI 3.1, section 4.8.20): a removed one breaks clients, other changes do not. */
function compareLinks({ base, revision }: Pair<ResponseObject>, at: SchemaContext): FoundChange[] {
  if (isSame(base.links, revision.links, 'links')) return [];
  const lost = Object.keys(base.links ?? {}).filter((name) => !Object.hasOwn(revision.links ?? {}, name));
  const place = keyPlace(at.specs, { base, revision }, 'links');
  if (lost.length === 0) return [schemaChange(at, false, place, ({ name }) => `${name} has other links`)];
  const gone = lost.map((link) => `\`${link}\``).join(', ');
  return [schemaChange(at, true, place, ({ name }) => `${name} no longer has the links ${gone}`)];
}
