import type { Case } from '../cases/case.ts';
import type { Exchange } from '../model/exchange.ts';
import { elsewhereVariable } from '../model/reserved-names.ts';
import type { CaseResult } from '../model/run-result.ts';
import { type ContractCollection, itemId, withRuntime } from '../postman/contract-collection.ts';
import type { Item } from '../postman/format.ts';
import { isFound, isSentAgain, lostCase, skippedCase, toCaseResult } from './case-result.ts';
import { type Secret, toCurl } from './curl.ts';
import { createKeeper } from './exchange.ts';
import type { ItemRun } from './item-run.ts';
import type { Runner } from './job.ts';
import { whyLost } from './lost.ts';

/** A region as it is to be run: where, with which values, and how fast. */
export type Target = {
  readonly name: string;
  readonly baseUrl: string;
  /** Values of Postman's variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
  /** The environment variable of the other region's token that is tried in this one, where one is. */
  readonly foreignToken?: string;
  /** Requests a minute; as fast as they go where nothing is said. */
  readonly perMinute?: number;
};

/** What is sent: all cases, and of them the ones that aren't, with the reason. */
export type Selection = {
  readonly collection: ContractCollection;
  /** The script that the checks of all operations share. */
  readonly runtime: string;
  readonly cases: readonly Case[];
  readonly skipped: ReadonlyMap<Case, string>;
  /** Of those, what is left out just because an earlier run was right with it, by the name of the region. */
  readonly leftOut?: ReadonlyMap<string, LeftOut>;
  /** Nothing more is sent after the first test that fails; the cases left have no result. */
  readonly bail?: boolean;
};

/** What is not sent again, and the pointers of the clauses that nothing told of in the earlier run either. */
export type LeftOut = { readonly cases: ReadonlySet<Case>; readonly untold: ReadonlySet<string> };

/** How a region is run. */
export type Way = {
  readonly runner: Runner;
  /** Milliseconds until a request is given up. */
  readonly timeoutMs: number;
  /** Puts something else for secrets. */
  readonly redact: (text: string) => string;
  /** Called after each case. */
  readonly onCase: (result: CaseResult) => void;
  /** Called with the region's name when a request waits to be sent again, and with what there is to say of that. */
  readonly onWaiting: (region: string, text: string) => void;
  /** Comes when somebody has enough. */
  readonly interrupted?: Promise<unknown>;
};

export type RegionRun = { readonly cases: readonly CaseResult[]; readonly exchanges: readonly Exchange[] };

/** Sends the cases to one region. What was not sent when newman stopped, or when `interrupted` came, is inconclusive. */
export async function runRegion(
  target: Target,
  { collection, runtime, cases, skipped: general, bail = false }: Selection,
  { runner, timeoutMs, redact, onCase, onWaiting, interrupted = never }: Way,
): Promise<RegionRun> {
  const skipped = skippedIn(target, { cases, skipped: general });
  const byItem = new Map(cases.map((made) => [itemId(made), made]));
  const sent = new Set(cases.filter((made) => !skipped.has(made)).map(itemId));
  const results: CaseResult[] = [];
  const exchanges: Exchange[] = [];
  const keep = createKeeper(redact);
  const found = new Map<Case, string>();
  /** The request of a case as curl; where it takes several, the first one of which there is something to tell. */
  const curlOf = (made: Case, run: ItemRun): string | undefined => {
    const own = run.request === undefined ? undefined : toCurl(run.request, target.secrets);
    if (own !== undefined && isFound(made, run) && !found.has(made)) found.set(made, own);
    return found.get(made) ?? own;
  };
  const job = {
    collection: only(collection, sent, (item) => {
      const made = byItem.get(item.id);
      return made === undefined ? item : withRuntime(item, made, runtime);
    }),
    variables: target.variables,
    delayMs: target.perMinute === undefined ? 0 : 60_000 / target.perMinute,
    timeoutMs,
    bail,
  };
  const onItem = (run: ItemRun): void => {
    const made = byItem.get(run.itemId);
    if (made === undefined) throw new Error(`newman ran an item that no case has: ${run.itemId}`);
    const again = isSentAgain(made, run);
    const result = toCaseResult(target.name, made, run, curlOf(made, run));
    const exchange = keep(result, run, again ? isFound(made, run) : result.verdict !== 'passed');
    if (exchange !== undefined) exchanges.push(exchange);
    if (again) return;
    results.push(result);
    onCase(result);
  };
  const { ended, stop } = runner(job, { onItem, onWaiting: (text) => onWaiting(target.name, text) });
  const why = await Promise.race([
    ended.then(() => undefined, newmanStopped),
    interrupted.then(() => 'the run was interrupted before it was sent'),
  ]);
  stop();
  const answered = new Set(results.map(({ operationId, case: id }) => `${operationId} ${id}`));
  const lost = bail
    ? []
    : cases.filter((made) => !skipped.has(made) && !answered.has(`${made.operation.id} ${made.id}`));
  return {
    exchanges,
    cases: [
      ...results,
      ...lost.map((made) => lostCase(target.name, made, whyLost(made, results, why))),
      ...[...skipped].map(([made, reason]) => skippedCase(target.name, made, reason)),
    ],
  };
}

const never = new Promise<never>(() => undefined);

function newmanStopped(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // The sandbox's own limit, and that of `apart.ts`.
  const endless = /Script execution timed out/.test(message);
  return `newman stopped: ${endless ? 'a script does not end' : message}`;
}

/** What is not sent to a region, and why: another region's token can be tried only where there is one. */
export function skippedIn(
  { variables }: Target,
  { cases, skipped }: Pick<Selection, 'cases' | 'skipped'>,
): ReadonlyMap<Case, string> {
  if (variables[elsewhereVariable] !== undefined) return skipped;
  const reason = 'there is no token of another region to try';
  const others = cases.filter((made) => made.guard === 'elsewhere' && !skipped.has(made));
  return new Map([...skipped, ...others.map((made) => [made, reason] as const)]);
}

/**
 * A collection of those items. The first one that is left brings the runtime. The first one of each folder must be among
 * them, for it brings the tables; the values that it prepares the runner has prepared already.
 */
function only(
  collection: ContractCollection,
  ids: ReadonlySet<string>,
  bring: (first: Item) => Item,
): object {
  const [first, ...others] = collection.item
    .map((folder) => ({ ...folder, item: folder.item.filter(({ id }) => ids.has(id)) }))
    .filter(({ item }) => item.length > 0);
  if (first === undefined) return { ...collection, item: [] };
  const item = first.item.map((one, index) => (index === 0 ? bring(one) : one));
  return { ...collection, item: [{ ...first, item }, ...others] };
}
