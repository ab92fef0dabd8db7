import type { Api, Operation } from '../model/api.ts';
import { body } from './body.ts';
import type { Case, CaseKind, Draft, DraftMaker, UnrequestedStatus } from './case.ts';
import { credentials } from './credentials.ts';
import { detail } from './detail.ts';
import { uncertaintyOf } from './doubt.ts';
import { filter } from './filter.ts';
import { invalid } from './invalid.ts';
import { method } from './method.ts';
import { missing } from './missing.ts';
import { optional, pair } from './optional.ts';
import { inOrder } from './order.ts';
import { page } from './page.ts';
import { repeat } from './repeat.ts';
import { type Selected, select } from './select.ts';
import { sort } from './sort.ts';
import { success } from './success.ts';
import { unknownId } from './unknown-id.ts';
import { wholeList } from './whole-list.ts';

/** The kinds of cases, in the order in which an operation's requests are sent. */
const kinds: Readonly<Record<DraftMaker, CaseKind>> = {
  'whole-list': wholeList,
  success,
  optional,
  page,
  filter,
  pair,
  sort,
  detail,
  repeat,
  credentials,
  'unknown-id': unknownId,
  missing,
  invalid,
  body,
  method,
};

export type Plan = Selected & { readonly unrequested: readonly UnrequestedStatus[] };

/** All test cases of the suite, and all documented statuses that none of them expects. */
export function toPlan(api: Api): Plan {
  const operations = inOrder(api.operations);
  const candidates = operations.flatMap((operation) => casesOf(operation, operations));
  const selected = select(candidates);
  const requested = new Set(selected.cases.map(firstStatus));
  // Reversed, so that the first of several entries wins.
  const replacedBy = new Map(
    selected.duplicates.toReversed().map(({ testCase, by }) => [firstStatus(testCase), by.operation.id]),
  );
  const unrequested = api.operations.flatMap((operation) =>
    operation.responses
      .filter(({ status }) => !requested.has(`${operation.id} ${status}`))
      .map(({ status }) => {
        const other = replacedBy.get(`${operation.id} ${status}`);
        const reason = other === undefined ? reasonFor(operation, status) : `tested with ${other} instead`;
        return { operation, status, reason };
      }),
  );
  return { ...selected, unrequested };
}

function casesOf(operation: Operation, all: readonly Operation[]): Case[] {
  return Object.entries(kinds).flatMap(([kind, make]) =>
    make(operation, all).map((draft) => toCase(operation, toKind(kind), draft)),
  );
}

function toCase(operation: Operation, kind: DraftMaker, draft: Draft): Case {
  const defaults = { name: operation.summary, provenance: 'documented', remember: false, needs: [] } as const;
  return { ...defaults, ...draft, ...uncertaintyOf(kind, operation, draft.outgoing), kind, operation };
}

function toKind(name: string): DraftMaker {
  const found = Object.keys(kinds).find((kind): kind is DraftMaker => kind === name);
  if (found === undefined) throw new Error(`Unknown kind of case: ${name}`);
  return found;
}

/** The operation, and the first of the expected statuses. */
function firstStatus({ operation, statuses }: Case): string {
  return `${operation.id} ${statuses[0]}`;
}

function reasonFor(operation: Operation, status: string): string {
  const ids = operation.parameters.filter((one) => one.in === 'path' && one.unknown === status);
  const [id] = ids;
  if (id !== undefined) return `no value of ${id.name} both fits its schema and is certainly unknown`;
  return reasons[status] ?? `no kind of case provokes a ${status} from ${operation.id}`;
}

const reasons: Readonly<Record<string, string>> = {
  '403': 'needs a second token that lacks the scope',
  '422': 'the request has no required part to leave out',
  '429': 'would need more requests than the limit allows',
};
