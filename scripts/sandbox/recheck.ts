import type { History } from './history.ts';
import { nextPage, restart } from './paginate.ts';
import type { ComparedOutcome, JudgedResponse, SendAgain, Step } from './protocol.ts';
import type { RegisteredTables } from './tables.ts';

/** Mismatches that were rechecked, and the recheck that is under way. */
export type Rechecks = {
  /** A digest of the latest response to each request. */
  readonly digests: Record<string, string>;
  /** Mismatches between two responses that were rechecked, by test case. */
  readonly mismatches: Record<string, RecheckedMismatch>;
  /** Pointers of clauses that did not hold the second time, either. */
  readonly confirmed: Record<string, true>;
  /** The requests that are still to be sent again. */
  readonly route: string[];
};

type RecheckedMismatch = {
  readonly message: string;
  /** The requests whose responses were compared, and a digest of these. */
  readonly sources: readonly string[];
  readonly digest: string;
  readonly broken: readonly ComparedOutcome[];
  readonly count: number;
  settled?: boolean;
};

type Context = {
  readonly tables: RegisteredTables;
  readonly history: History;
  readonly rechecks: Rechecks;
};

export function createRechecks(): Rechecks {
  return { digests: {}, mismatches: {}, confirmed: {}, route: [] };
}

/** Test cases that are rechecked in one run. */
const mostCases = 20;

/** How often a test case is rechecked if its mismatch changes each time. */
const mostRechecks = 3;

/**
 * A mismatch between two responses counts only after both requests were sent again: the earlier one, and right after it
 * this one.
 */
export function recheck(context: Context, response: JudgedResponse): Step {
  const { rechecks } = context;
  recordDigest(context, response);
  const mismatch = start(rechecks, response);
  if (mismatch !== undefined) {
    const warning = `${mismatch}: both requests are sent again`;
    return { sendAgain: { ...nextRequest(context), warning, outcomes: [] } };
  }
  const settled = settle(rechecks, response);
  // A list is fetched to its end first.
  if (rechecks.route.length === 0 || nextPage(response) !== undefined) return { count: settled };
  return { sendAgain: { ...nextRequest(context), outcomes: settled.outcomes } };
}

/** All pages of a list are one response. */
function recordDigest({ history, rechecks: { digests } }: Context, response: JudgedResponse): void {
  const { pm, status, text, expectation } = response;
  if (status === undefined) return;
  const id = pm.info.requestId;
  const isLaterPage = expectation.remember && history.pages[expectation.operation] !== undefined;
  digests[id] = (isLaterPage ? digests[id] || '' : '') + digest(text);
}

/** @returns the mismatch because of which a recheck begins */
function start(rechecks: Rechecks, { pm, key, expectation, outcomes }: JudgedResponse): string | undefined {
  if (expectation.statuses === undefined || rechecks.route.length > 0) return undefined;
  // A clause that another test case has confirmed to be broken needs no recheck.
  const broken = outcomes.filter(
    ({ sources, pointer = '' }) => sources !== undefined && !rechecks.confirmed[pointer],
  );
  const sources = broken.flatMap((outcome) => outcome.sources || []);
  if (sources.length === 0 || isEnough(rechecks, key, broken)) return undefined;
  const message = broken[0]?.message || '';
  const count = (rechecks.mismatches[key]?.count || 0) + 1;
  rechecks.mismatches[key] = { message, sources, broken, digest: digestOf(rechecks, sources), count };
  const all = [...sources, pm.info.requestId];
  rechecks.route.push(...all.filter((id, index) => all.lastIndexOf(id) === index));
  return message;
}

function isEnough(rechecks: Rechecks, key: string, broken: readonly ComparedOutcome[]): boolean {
  const before = rechecks.mismatches[key];
  if (before === undefined) return Object.keys(rechecks.mismatches).length >= mostCases;
  return before.count >= mostRechecks || broken.every(isSure(rechecks, before));
}

/** Whether the mismatch is the same as before, or its sources have not changed. */
function isSure(rechecks: Rechecks, before: RecheckedMismatch): (outcome: ComparedOutcome) => boolean {
  const changed = isChanged(rechecks, before);
  return ({ pointer, actual }) =>
    !changed || before.broken.some((first) => first.pointer === pointer && first.actual === actual);
}

/** The result of the last recheck: a mismatch that is neither the same nor with the same responses is inconclusive. */
function settle(rechecks: Rechecks, response: JudgedResponse): JudgedResponse {
  const { key, status, outcomes, reasons } = response;
  const before = rechecks.mismatches[key];
  if (status === undefined || before === undefined || before.settled) return response;
  before.settled = true;
  const isSureNow = isSure(rechecks, before);
  const broken = outcomes.filter(({ sources }) => sources !== undefined);
  if (broken.length === 0)
    return isChanged(rechecks, before) ? response : { ...response, reasons: [...reasons, before.message] };
  for (const { pointer = '' } of broken.filter(isSureNow)) rechecks.confirmed[pointer] = true;
  return {
    ...response,
    outcomes: outcomes.map((outcome) => (isSureNow(outcome) ? outcome : toInconclusive(outcome))),
  };
}

function toInconclusive(outcome: ComparedOutcome): ComparedOutcome {
  const { check, message, pointer, sources } = outcome;
  // Nobody promises that the same request gets the same response: one that contains the time never does.
  if (sources === undefined || check === 'repeat') return outcome;
  const reason = `${message}, but the data it was compared with changed in the meantime; run it again at a quieter time`;
  return { check, verdict: 'inconclusive', message: reason, ...(pointer !== undefined && { pointer }) };
}

/** The next request of the route. A list is fetched again from its first page. */
function nextRequest(context: Context): Pick<SendAgain, 'request' | 'reason' | 'page'> {
  const { tables, history, rechecks } = context;
  const request = rechecks.route.shift() || '';
  const [id] = Object.keys(history.remembered).filter((one) => history.remembered[one] === request);
  const page = id === undefined ? undefined : restart(history, id, tables[id]);
  return { request, reason: 'to compare it again', ...(page && { page }) };
}

function isChanged(rechecks: Rechecks, { sources, digest }: RecheckedMismatch): boolean {
  return digestOf(rechecks, sources) !== digest;
}

/** The digests of the latest responses to requests, as one text. */
function digestOf({ digests }: Rechecks, requests: readonly string[]): string {
  return JSON.stringify(requests.map((id) => digests[id]));
}

/**
 * A short text to compare instead of a long one: its length and a hash of 64 bits, which needs no library in Postman's
 * sandbox. It does not resist deliberate collisions.
 */
export function digest(text: string): string {
  // Two multiplicative hashes like FNV-1a, each of which mixes its upper bits into the lower ones at the end.
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return `${text.length}:${mixed(one)}${mixed(other)}`;
}

function mixed(hash: number): string {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const low = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return ((low ^ (low >>> 16)) >>> 0).toString(36);
}
