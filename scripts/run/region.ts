import { caseKey } from '../base/case-key.ts';
import type { Case } from '../cases/case.ts';
import type { Target } from '../config/target.ts';
import type { Exchange } from '../model/exchange.ts';
import { elsewhereVariable } from '../model/reserved-names.ts';
import type { CaseResult } from '../model/run-result.ts';
import { type ContractCollection, itemId, withRuntime } from '../suite/postman/contract-collection.ts';
import type { Item } from '../suite/postman/format.ts';
import type { Selection } from '../suite/selection.ts';
import { isFound, isSentAgain, lostCase, skippedCase, toCaseResult } from './case-result.ts';
import { toCurl } from './curl.ts';
import { createKeeper } from './exchange.ts';
import type { ItemRun } from './item-run.ts';
import type { Runner } from './job.ts';
import { whyLost } from './not-sent-reason.ts';

/** How a region is run. */
export type RunOptions = {
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
  { runner, timeoutMs, redact, onCase, onWaiting, interrupted = never }: RunOptions,
): Promise<RegionRun> {
  const skipped = skippedIn(target, { cases, skipped: general });
  const byItem = new Map(cases.map((testCase) => [itemId(testCase), testCase]));
  const sent = new Set(cases.filter((testCase) => !skipped.has(testCase)).map(itemId));
  const results: CaseResult[] = [];
  const exchanges: Exchange[] = [];
  const keep = createKeeper(redact);
  const found = new Map<Case, string>();
  /** The request of a case as curl; where it takes several, the first one of which there is something to tell. */
  const curlOf = (testCase: Case, run: ItemRun): string | undefined => {
    const own = run.request === undefined ? undefined : toCurl(run.request, target.secrets);
    if (own !== undefined && isFound(testCase, run) && !found.has(testCase)) found.set(testCase, own);
    return found.get(testCase) ?? own;
  };
  const job = {
    collection: only(collection, sent, (item) => {
      const testCase = byItem.get(item.id);
      return testCase === undefined ? item : withRuntime(item, testCase, runtime);
    }),
    variables: target.variables,
    delayMs: target.perMinute === undefined ? 0 : 60_000 / target.perMinute,
    timeoutMs,
    bail,
  };
  const onItem = (run: ItemRun): void => {
    const testCase = byItem.get(run.itemId);
    if (testCase === undefined) throw new Error(`newman ran an item that no case has: ${run.itemId}`);
    const again = isSentAgain(testCase, run);
    const result = toCaseResult(target.name, testCase, run, curlOf(testCase, run));
    const exchange = keep(result, run, again ? isFound(testCase, run) : result.verdict !== 'passed');
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
  const answered = new Set(results.map(({ operationId, case: id }) => caseKey(operationId, id)));
  const lost = bail
    ? []
    : cases.filter(
        (testCase) => !skipped.has(testCase) && !answered.has(caseKey(testCase.operation.id, testCase.id)),
      );
  return {
    exchanges,
    cases: [
      ...results,
      ...lost.map((testCase) => lostCase(target.name, testCase, whyLost(testCase, results, why))),
      ...[...skipped].map(([testCase, reason]) => skippedCase(target.name, testCase, reason)),
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
  const others = cases.filter((testCase) => testCase.guard === 'elsewhere' && !skipped.has(testCase));
  return new Map([...skipped, ...others.map((testCase) => [testCase, reason] as const)]);
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
