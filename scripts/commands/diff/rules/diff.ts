import { groupBy } from '../../../base/group-by.ts';
import { extension } from '../../../base/read.ts';
import type { Change, Changes } from '../../../model/change.ts';
import { type Located, operationsOf } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, matchBy, type Pair, placeOf, plainChange } from './found-change.ts';
import { compareOperation, idOf, withoutNames } from './operation.ts';
import { isSame } from './same.ts';
import { countTexts } from './texts.ts';

/** What changed in the contract between two specs, from the point of view of a client. */
export function diff(specs: Pair<Spec>): Changes {
  const found = [...compareDocument(specs), ...compareOperations(specs)];
  const groups = groupBy(found, ({ breaking, place, shared, text }) =>
    JSON.stringify([breaking, place.written, place.pointer, shared ?? text]),
  );
  const changes = groups.map((group) => toChange(specs, group));
  return {
    operations: operationsOf(specs.revision).map(idOf),
    changes: changes.toSorted(
      (a, b) =>
        Number(b.breaking) - Number(a.breaking) ||
        a.location.line - b.location.line ||
        a.location.column - b.location.column,
    ),
    texts: countTexts(specs.base.bundle, specs.revision.bundle),
  };
}

type Placed = FoundChange & { readonly operation?: string };

function compareDocument(specs: Pair<Spec>): Placed[] {
  const { base, revision } = { base: specs.base.document, revision: specs.revision.document };
  const rate = 'x-rate-limit';
  return [
    ...compareContract(specs, { base, revision }, ''),
    ...(isSame(extension(base, rate), extension(revision, rate), rate)
      ? []
      : [plainChange(`\`${rate}\` changed`, false, placeOf(specs, { revision }, rate))]),
    ...(isSame(base.webhooks, revision.webhooks, 'webhooks')
      ? []
      : [plainChange('other webhooks', true, placeOf(specs, { revision }, 'webhooks'))]),
  ];
}

function compareOperations(specs: Pair<Spec>): Placed[] {
  // What has moved is still the same.
  const keys = [({ name }: Located) => withoutNames(name), idOf];
  const { pairs, gone, added } = matchBy(operationsOf(specs.base), operationsOf(specs.revision), keys);
  return [
    ...gone.map((located) => ({
      ...plainChange(`\`${located.name}\` is gone`, true, placeOf(specs, { base: located.operation })),
      operation: idOf(located),
    })),
    ...added.map((located) => ({
      ...plainChange(
        `new operation \`${located.name}\``,
        false,
        placeOf(specs, { revision: located.operation }),
      ),
      operation: idOf(located),
    })),
    ...pairs.flatMap((pair) =>
      compareOperation(specs, pair).map((found) => ({ ...found, operation: idOf(pair.revision) })),
    ),
  ];
}

/** One change for all places that show it. */
function toChange(specs: Pair<Spec>, group: readonly Placed[]): Change {
  const [first] = group;
  if (first === undefined) throw new Error('a group has members');
  const { place, breaking } = first;
  return {
    breaking,
    text: toText(group, first),
    operations: [...new Set(group.flatMap(({ operation }) => operation ?? []))],
    location: specs[place.written].locate(place.pointer),
  };
}

/** If the places differ, the text names the component that they share, and the side if only one is affected. */
function toText(group: readonly FoundChange[], { text, shared, side }: FoundChange): string {
  if (shared === undefined || group.every((other) => other.text === text)) return text;
  const isOneSide = group.every((other) => other.side === side);
  return isOneSide ? `${shared} in ${side === 'request' ? 'requests' : 'responses'}` : shared;
}
