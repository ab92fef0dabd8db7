import { groupBy } from '../../../base/group-by.ts';
import type { Change, Changes } from '../../../model/change.ts';
import { type Located, operationsOf } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { canonical } from './canonical.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, placeOf, plainChange } from './found-change.ts';
import { compareOperation, idOf, withoutNames } from './operation.ts';
import { both, match, type Pair } from './pair.ts';
import type { SchemaPart } from './parts.ts';
import { countTexts, isSame } from './same.ts';

/** What changed in the contract between two specs, from the point of view of a client. */
export function diff(given: Pair<Spec>): Changes {
  const specs = both(given, canonical);
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
    texts: countTexts(given.base.bundle, given.revision.bundle),
  };
}

type Placed = FoundChange & { readonly operation?: string };

/** Keys of the document that are compared as a whole. */
const whole = [
  { key: 'x-rate-limit', text: '`x-rate-limit` changed', breaking: false },
  { key: 'webhooks', text: 'other webhooks', breaking: true },
];

function compareDocument(specs: Pair<Spec>): Placed[] {
  const { base, revision } = both(specs, ({ document }): SchemaPart => document);
  return [
    ...compareContract(specs, { base, revision }),
    ...whole
      .filter(({ key }) => !isSame(base[key], revision[key], key))
      .map(({ key, text, breaking }) => plainChange(text, breaking, placeOf(specs, { revision }, key))),
  ];
}

function compareOperations(specs: Pair<Spec>): Placed[] {
  // What has moved is still the same.
  const { pairs, gone, added } = match(operationsOf(specs.base), operationsOf(specs.revision), [
    (base, revision) => withoutNames(base.name) === withoutNames(revision.name),
    (base, revision) => idOf(base) === idOf(revision),
  ]);
  const of = (located: Located, found: readonly FoundChange[]): Placed[] =>
    found.map((change) => ({ ...change, operation: idOf(located) }));
  return [
    ...gone.flatMap((base) =>
      of(base, [plainChange(`\`${base.name}\` is gone`, true, placeOf(specs, { base: base.operation }))]),
    ),
    ...added.flatMap((revision) => {
      const place = placeOf(specs, { revision: revision.operation });
      return of(revision, [plainChange(`new operation \`${revision.name}\``, false, place)]);
    }),
    ...pairs.flatMap((pair) => of(pair.revision, compareOperation(specs, pair))),
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
