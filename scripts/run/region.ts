import type { Case } from '../cases/case.ts';
import type { Target } from '../config/target.ts';
import type { Exchange } from '../model/exchange.ts';
import { otherTokenVariable } from '../model/reserved-names.ts';
import type { CaseRecord, RunRecord } from '../model/run-record.ts';
import { type ContractCollection, itemId, withRuntime } from '../suite/postman/contract-collection.ts';
import type { PostmanItem } from '../suite/postman/format.ts';
import type { Selection } from '../suite/selection.ts';
import { isClean, readLeft, toCaseRecord, unsentCase } from './case-record.ts';
import { toCurl } from './curl.ts';
import { createKeeper } from './exchange.ts';
import type { ItemRun, Runner } from './job.ts';

/** How a region is run. */
export type RunOptions = {
  readonly runner: Runner;
  /** Milliseconds until a request is given up. */
  readonly timeoutMs: number;
  /** Replaces secrets. */
  readonly redact: (text: string) => string;
  /** Called after each case. */
  readonly onCase: (record: CaseRecord) => void;
  /** Called with the region's name when a request waits to be sent again, and with what there is to say of that. */
  readonly onWaiting: (region: string, text: string) => void;
  /** Settles when the user interrupts the run. */
  readonly interrupted?: Promise<unknown>;
};

/** Sends the selection to all regions at once. */
export function runRegions(
  selection: Selection,
  targets: readonly Target[],
  options: RunOptions,
): Promise<RunRecord[]> {
  return Promise.all(targets.map((target) => runRegion(target, selection, options)));
}

/** Sends the cases to one region, until newman stops or the user interrupts the run. */
export async function runRegion(
  target: Target,
  { collection, runtime, cases, skipped: general, bail = false }: Selection,
  { runner, timeoutMs, redact, onCase, onWaiting, interrupted = never }: RunOptions,
): Promise<RunRecord> {
  const start = performance.now();
  const skipped = skippedIn(target, { cases, skipped: general });
  const wanted = cases.filter((testCase) => !skipped.has(testCase));
  const byItem = new Map(wanted.map((testCase) => [itemId(testCase), testCase]));
  const records: CaseRecord[] = [];
  const done = new Set<Case>();
  const exchanges: Exchange[] = [];
  const keep = createKeeper(redact);
  const found = new Map<Case, string>();
  /** The request of a case as curl; if it takes several, the first one about which there is something to report. */
  const curlOf = (testCase: Case, { request }: ItemRun, isFound: boolean): string | undefined => {
    const own = request === undefined ? undefined : toCurl(request, target.secrets);
    if (own !== undefined && isFound && !found.has(testCase)) found.set(testCase, own);
    return found.get(testCase) ?? own;
  };
  const job = {
    collection: only(collection, new Set(byItem.keys()), (item) => {
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
    const left = readLeft(testCase, run);
    const curl = curlOf(testCase, run, left.isFound);
    const record = { ...toCaseRecord(testCase, run, left, target.name), ...(curl !== undefined && { curl }) };
    const exchange = keep(record, run, left.isSentAgain ? left.isFound : !isClean(record));
    if (exchange !== undefined) exchanges.push(exchange);
    if (left.isSentAgain) return;
    records.push(record);
    done.add(testCase);
    onCase(record);
  };
  const { ended, stop } = runner(job, { onItem, onWaiting: (text) => onWaiting(target.name, text) });
  const why = await Promise.race([
    ended.then(() => undefined, newmanStopped),
    interrupted.then(() => interruption),
  ]);
  stop();
  const missing = bail ? [] : wanted.filter((testCase) => !done.has(testCase));
  return {
    region: target.name,
    baseUrl: target.baseUrl,
    cases: [
      ...records,
      ...missing.map((testCase) => unsentCase(target.name, testCase, { isMissing: true })),
      ...[...skipped].map(([testCase, reason]) => unsentCase(target.name, testCase, { skipped: reason })),
    ],
    exchanges,
    durationMs: Math.round(performance.now() - start),
    ...(why !== undefined && { ended: why }),
    isInterrupted: why === interruption,
  };
}

const interruption = 'the run was interrupted before it was sent';

const never = new Promise<never>(() => undefined);

function newmanStopped(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // The sandbox's own limit, and that of `child-runner.ts`.
  const endless = /Script execution timed out/.test(message);
  return `newman stopped: ${endless ? 'a script does not end' : message}`;
}

/** What is not sent to a region, and why: another region's token can be tried only where there is one. */
export function skippedIn(
  { variables }: Target,
  { cases, skipped }: Pick<Selection, 'cases' | 'skipped'>,
): ReadonlyMap<Case, string> {
  if (variables[otherTokenVariable] !== undefined) return skipped;
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
  bring: (first: PostmanItem) => PostmanItem,
): object {
  const [first, ...others] = collection.item
    .map((folder) => ({ ...folder, item: folder.item.filter(({ id }) => ids.has(id)) }))
    .filter(({ item }) => item.length > 0);
  if (first === undefined) return { ...collection, item: [] };
  const item = first.item.map((one, index) => (index === 0 ? bring(one) : one));
  return { ...collection, item: [{ ...first, item }, ...others] };
}
