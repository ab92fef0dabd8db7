import { groupBy } from '../../../base/group-by.ts';
import type { Change, Changes, Severity } from '../../../model/change.ts';
import { type Located, operationsOf } from '../../../model/operations.ts';
import type { Spec } from '../../../model/spec.ts';
import { canonical } from './canonical.ts';
import { severityOf } from './change-rules.ts';
import { compareContract } from './contract.ts';
import { type FoundChange, placeOf, plainChange } from './found-change.ts';
import { isUnstable, removal, type Specs } from './lifecycle.ts';
import { compareOperation, idOf, withoutNames } from './operation.ts';
import { both, match, type Pair } from './pair.ts';
import type { SchemaPart } from './parts.ts';
import { countTexts, isSame } from './same.ts';

/** What users decide: the severity of rules, and when something may end. */
export type Policy = Omit<Specs, keyof Pair<Spec>> & { readonly severities?: Severities };

/** The severities that users give to rules; changes of `none` are left out. */
export type Severities = ReadonlyMap<string, Severity | 'none'>;

/** What changed in the contract between two specs, from the point of view of a client. */
export function diff(given: Pair<Spec>, policy: Policy): Changes {
  const specs = { ...both(given, canonical), ...policy };
  const found = [...compareDocument(specs), ...compareOperations(specs)];
  const judged = found.map((change) => ({ ...change, severity: judge(change, policy) }));
  const groups = groupBy(judged, ({ severity, place, shared, text }) =>
    JSON.stringify([severity, place.written, place.pointer, shared ?? text]),
  );
  const all = groups.map((group) => toChange(specs, group));
  const changes = all.filter((change): change is Change => change.severity !== 'none');
  return {
    operations: operationsOf(specs.revision).map(idOf),
    changes: changes.toSorted(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        a.location.line - b.location.line ||
        a.location.column - b.location.column,
    ),
    texts: countTexts(given.base.bundle, given.revision.bundle),
    hidden: all.length - changes.length,
  };
}

const order: readonly string[] = ['error', 'warning', 'info'];

/** Nothing breaks in an operation that is not stable yet. */
function judge({ rule, isUnstable }: Placed, { severities }: Policy): Severity | 'none' {
  const severity = severities?.get(rule) ?? severityOf(rule);
  return isUnstable === true && severity !== 'none' ? 'info' : severity;
}

type Placed = FoundChange & { readonly operation?: string; readonly isUnstable?: boolean };

/** Keys of the document that are compared as a whole. */
const whole = [
  { key: 'x-rate-limit', text: '`x-rate-limit` changed', rule: 'rate-limit-changed' },
  { key: 'webhooks', text: 'other webhooks', rule: 'webhooks-changed' },
] as const;

function compareDocument(specs: Specs): Placed[] {
  const { base, revision } = both(specs, ({ document }): SchemaPart => document);
  return [
    ...compareContract(specs, { base, revision }),
    ...whole
      .filter(({ key }) => !isSame(base[key], revision[key], key))
      .map(({ key, text, rule }) => plainChange(rule, text, placeOf(specs, { revision }, key))),
  ];
}

function compareOperations(specs: Specs): Placed[] {
  // What has moved is still the same.
  const { pairs, gone, added } = match(operationsOf(specs.base), operationsOf(specs.revision), [
    (base, revision) => withoutNames(base.name) === withoutNames(revision.name),
    (base, revision) => idOf(base) === idOf(revision),
  ]);
  const of = (located: Located, found: readonly FoundChange[], before?: Located): Placed[] =>
    found.map((change) => ({
      ...change,
      operation: idOf(located),
      isUnstable: isUnstable(before?.operation),
    }));
  return [
    ...gone.flatMap((base) => {
      const { rule, text } = removal(specs, 'operation', `\`${base.name}\` is gone`, base.operation);
      return of(base, [plainChange(rule, text, placeOf(specs, { base: base.operation }))], base);
    }),
    ...added.flatMap((revision) => {
      const place = placeOf(specs, { revision: revision.operation });
      return of(revision, [plainChange('operation-added', `new operation \`${revision.name}\``, place)]);
    }),
    ...pairs.flatMap((pair) => of(pair.revision, compareOperation(specs, pair), pair.base)),
  ];
}

type Judged = Placed & { readonly severity: Severity | 'none' };

/** One change for all places that show it. */
function toChange(
  specs: Specs,
  group: readonly Judged[],
): Omit<Change, 'severity'> & Pick<Judged, 'severity'> {
  const [first] = group;
  if (first === undefined) throw new Error('a group has members');
  const { place, rule, severity } = first;
  return {
    breaking: severity === 'error',
    severity,
    rule,
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
