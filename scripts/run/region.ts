import type { Case } from '../cases/case.ts';
import type { CaseResult } from '../model/run-result.ts';
import { itemId } from '../postman/contract-collection.ts';
import { elsewhereVariable } from '../postman/controls.ts';
import { isSentAgain, lostCase, skippedCase, toCaseResult } from './case-result.ts';
import { type Secret, toCurl } from './curl.ts';
import { whyLost } from './lost.ts';
import { runCollection } from './newman.ts';

/** A region as it is to be run: where, with which values, and how fast. */
export type Target = {
  readonly name: string;
  readonly baseUrl: string;
  /** Values of Postman's variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
  /** Requests a minute; as fast as they go where nothing is said. */
  readonly perMinute?: number;
};

/** What is sent: all cases, and of them the ones that aren't, with the reason. */
export type Selection = {
  readonly collection: Collection;
  readonly cases: readonly Case[];
  readonly skipped: ReadonlyMap<Case, string>;
  /** Of those, what is left out just because an earlier run did not find it failed. */
  readonly leftOut?: ReadonlySet<Case>;
  /** Nothing more is sent after the first test that fails; the cases left have no result. */
  readonly bail?: boolean;
};

export type Collection = { readonly item: readonly { readonly item: readonly { readonly id: string }[] }[] };

const timeoutMs = 60_000;

/**
 * Sends the cases to one region. `onCase` is called after each. What was not sent when newman stopped, or when
 * `interrupted` came, is inconclusive.
 */
export async function runRegion(
  target: Target,
  { collection, cases, skipped: general, bail = false }: Selection,
  onCase: (result: CaseResult) => void,
  interrupted: Promise<unknown> = never,
): Promise<CaseResult[]> {
  const others = cases.filter((made) => !general.has(made));
  const skipped = new Map([...general, ...withoutToken(target, others)]);
  const byItem = new Map(cases.map((made) => [itemId(made), made]));
  const sent = new Set(cases.filter((made) => !skipped.has(made)).map(itemId));
  const results: CaseResult[] = [];
  const running = runCollection({
    collection: keep(collection, sent),
    variables: target.variables,
    delayMs: target.perMinute === undefined ? 0 : 60_000 / target.perMinute,
    timeoutMs,
    bail,
    onItem: (run) => {
      const made = byItem.get(run.itemId);
      if (made === undefined) throw new Error(`newman ran an item that no case has: ${run.itemId}`);
      if (isSentAgain(made, run)) return;
      const curl = run.request === undefined ? undefined : toCurl(run.request, target.secrets);
      const result = toCaseResult(target.name, made, run, curl);
      results.push(result);
      onCase(result);
    },
  });
  const ended = await Promise.race([
    running.then(() => undefined, newmanStopped),
    interrupted.then(() => 'the run was interrupted before it was sent'),
  ]);
  // newman can't be stopped: what it does from now on is not looked at.
  const told = [...results];
  const answered = new Set(told.map(({ operationId, case: id }) => `${operationId} ${id}`));
  const lost = bail
    ? []
    : cases.filter((made) => !skipped.has(made) && !answered.has(`${made.operation.id} ${made.id}`));
  return [
    ...told,
    ...lost.map((made) => lostCase(target.name, made, whyLost(made, told, ended))),
    ...[...skipped].map(([made, reason]) => skippedCase(target.name, made, reason)),
  ];
}

const never = new Promise<never>(() => undefined);

function newmanStopped(error: unknown): string {
  return `newman stopped: ${error instanceof Error ? error.message : String(error)}`;
}

/** Another region's token can be tried only where there is one. */
function withoutToken({ variables }: Target, cases: readonly Case[]): (readonly [Case, string])[] {
  if (variables[elsewhereVariable] !== undefined) return [];
  const reason = 'there is no token of another region to try';
  return cases.filter(({ guard }) => guard === 'elsewhere').map((made) => [made, reason] as const);
}

/** The collection with only those items; what the first one of a folder prepares, the runner has done already. */
function keep(collection: Collection, ids: ReadonlySet<string>): object {
  const item = collection.item.map((folder) => ({
    ...folder,
    item: folder.item.filter(({ id }) => ids.has(id)),
  }));
  return { ...collection, item: item.filter((folder) => folder.item.length > 0) };
}
