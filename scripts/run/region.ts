import type { Case } from '../cases/case.ts';
import type { Target } from '../config/target.ts';
import type { Exchange } from '../model/exchange.ts';
import { otherTokenVariable } from '../model/reserved-names.ts';
import type { CaseRecord, RunRecord } from '../model/run-record.ts';
import { type ContractCollection, itemId, withRuntime } from '../suite/postman/contract-collection.ts';
import type { Selection } from '../suite/selection.ts';
import { isClean, readScriptResult, toCaseRecord, unsentCase } from './case-record.ts';
import { toCurl } from './curl.ts';
import { createExchangeRecorder } from './exchange.ts';
import type { ItemRun, Runner } from './job.ts';

/** How a region is run. */
export type RunOptions = {
  readonly runner: Runner;
  /** Milliseconds until a request is aborted. */
  readonly timeoutMs: number;
  /** Replaces secrets. */
  readonly redact: (text: string) => string;
  /** Called after each case. */
  readonly onCase: (record: CaseRecord) => void;
  /** Called when a request waits to be sent again; the text says for how long, and why. */
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
  const recorded = new Set<Case>();
  const exchanges: Exchange[] = [];
  const toExchange = createExchangeRecorder(redact);
  /** For cases of several requests, the first request whose response has a finding. */
  const firstFound = new Map<Case, string>();
  const curlOf = (testCase: Case, { request }: ItemRun, hasFinding: boolean): string | undefined => {
    const own = request === undefined ? undefined : toCurl(request, target.secrets);
    if (own !== undefined && hasFinding && !firstFound.has(testCase)) firstFound.set(testCase, own);
    return firstFound.get(testCase) ?? own;
  };
  const job = {
    collection: reduceTo(collection, byItem, runtime),
    variables: target.variables,
    delayMs: target.perMinute === undefined ? 0 : 60_000 / target.perMinute,
    timeoutMs,
    bail,
  };
  const onItem = (run: ItemRun): void => {
    const testCase = byItem.get(run.itemId);
    if (testCase === undefined) throw new Error(`newman ran an item that no case has: ${run.itemId}`);
    const result = readScriptResult(testCase, run);
    const curl = curlOf(testCase, run, result.hasFinding);
    const record = {
      ...toCaseRecord(testCase, run, result, target.name),
      ...(curl !== undefined && { curl }),
    };
    const exchange = toExchange(record, run, result.isSentAgain ? result.hasFinding : !isClean(record));
    if (exchange !== undefined) exchanges.push(exchange);
    if (result.isSentAgain) return;
    records.push(record);
    recorded.add(testCase);
    onCase(record);
  };
  const { ended, stop } = runner(job, { onItem, onWaiting: (text) => onWaiting(target.name, text) });
  const why = await Promise.race([
    ended.then(() => undefined, newmanStopped),
    interrupted.then(() => interruption),
  ]);
  stop();
  const missing = bail ? [] : wanted.filter((testCase) => !recorded.has(testCase));
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
  // The time limit of Postman's sandbox.
  const endless = /Script execution timed out/.test(message);
  return `newman stopped: ${endless ? 'a script does not end' : message}`;
}

/** The cases that are not sent to a region, with the reasons. Some need a token of another region. */
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
 * Reduces the collection to the wanted items. The first of them loads the runtime. The first item of each folder loads the
 * folder's tables, so it must be one of them.
 */
function reduceTo(
  collection: ContractCollection,
  byItem: ReadonlyMap<string, Case>,
  runtime: string,
): object {
  const [first, ...others] = collection.item
    .map((folder) => ({ ...folder, item: folder.item.filter(({ id }) => byItem.has(id)) }))
    .filter(({ item }) => item.length > 0);
  if (first === undefined) return { ...collection, item: [] };
  const item = first.item.map((one, index) => {
    const testCase = byItem.get(one.id);
    return index > 0 || testCase === undefined ? one : withRuntime(one, testCase, runtime);
  });
  return { ...collection, item: [{ ...first, item }, ...others] };
}
