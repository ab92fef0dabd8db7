import type { Expectation } from '../model/expectation.ts';
import { checks, type Outcome } from '../model/outcome.ts';
import { outcomesVariable } from '../model/reserved-names.ts';
import { waitingText } from '../model/waiting.ts';
import { judgeResponse } from './judge-response.ts';
import type { Memory } from './memory.ts';
import { paginate } from './paginate.ts';
import type { Pm } from './pm.ts';
import type { JudgedResponse, SendAgain, Step } from './protocol.ts';
import { recheck } from './recheck.ts';
import { type Attempts, retry, takeSent } from './retry.ts';

/** `setTimeout` of the script that runs now. That of the script which brought this code no longer works. */
export type Wait = (then: () => void, ms: number) => unknown;

/** The reasons to send again, in the order in which they are considered. */
const protocols = [retry, recheck, paginate];

/** Makes every check on the response; each becomes a test of Postman's, and all of them the variable `outcomes`. */
export function checkResponse(pm: Pm, memory: Memory, expectation: Expectation, wait: Wait): void {
  let step: Step = { count: judgeResponse(pm, memory, expectation) };
  for (const protocol of protocols) if ('count' in step) step = protocol(memory, step.count);
  if ('count' in step) count(step.count, memory.attempts);
  else sendAgain(pm, expectation, step.sendAgain, wait);
  stopWhenUnreachable(pm, memory.attempts);
}

function sendAgain(pm: Pm, expectation: Expectation, step: SendAgain, wait: Wait): void {
  const { request, reason, page, seconds = 0, warning, outcomes, found } = step;
  if (page !== undefined) pm.variables.set(page.variable, String(page.number));
  pm.execution.setNextRequest(request);
  // A pending timer keeps the script from ending, and with it the next request from being sent.
  if (seconds > 0) {
    wait(() => undefined, seconds * 1000);
    console.warn(waitingText(seconds, String(pm.response.code)));
  }
  if (warning !== undefined) console.warn(warning);
  reportAll(pm, outcomes);
  leave(pm, expectation, { again: reason, ...(found && { found }) });
}

function count(response: JudgedResponse, attempts: Attempts): void {
  const { pm, expectation, status, earlier, outcomes, reasons } = response;
  reportAll(pm, outcomes);
  const sent = takeSent(attempts) - reasons.length;
  // Without a response there is nothing to check: newman and Postman say why.
  leave(pm, expectation, {
    ...(status !== undefined && { outcomes: [...earlier, ...outcomes], sent }),
    ...(reasons.length > 0 && { before: reasons }),
  });
}

/** Leaves the outcomes for the runner. The variable lasts for the run, so it names its test case. */
function leave(pm: Pm, { operation, case: name }: Expectation, left: object): void {
  pm.variables.set(outcomesVariable, withoutBraces(JSON.stringify({ operation, case: name, ...left })));
}

/** The same JSON without braces in its strings, so that text of a response can't make Postman insert a variable. */
function withoutBraces(json: string): string {
  const escaped: Readonly<Record<string, string>> = { '{': '\\u007b', '}': '\\u007d' };
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/[{}]/g, (brace) => escaped[brace] || ''));
}

/** Each kind of check becomes one test of Postman's. */
function reportAll(pm: Pm, outcomes: readonly Outcome[]): void {
  for (const check of Object.keys(checks)) {
    const own = outcomes.filter((outcome) => outcome.check === check);
    const [first] = own;
    if (first !== undefined) report(pm, checks[first.check], own);
  }
}

/** A failure fails the test, and so does an inconclusive check, because that must not be green; drift is only logged. */
function report(pm: Pm, name: string, outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ verdict }) => verdict === 'failed');
  const open = outcomes.filter(({ verdict }) => verdict === 'inconclusive');
  for (const outcome of outcomes) if (outcome.verdict === 'drift') console.warn(`drift: ${inWords(outcome)}`);
  pm.test(name, () => {
    const wrong = [...failed, ...open];
    if (wrong.length > 0) throw new Error(wrong.slice(0, shown).map(inWords).join('\n') + rest(wrong.length));
  });
}

const shown = 5;

function rest(count: number): string {
  return count > shown ? `\nand ${count - shown} more` : '';
}

function inWords({ message, actual, pointer }: Outcome): string {
  const found = actual === undefined ? '' : `, found ${actual}`;
  return `${message}${found}${pointer === undefined ? '' : ` [${pointer}]`}`;
}

/** Requests in a row, each with its attempts, that may get no response. */
const most = 5;

/** Ends the run: each more request would wait for its timeout, or for a rate limit that does not end. */
function stopWhenUnreachable(pm: Pm, { unanswered }: Attempts): void {
  if (unanswered < most) return;
  console.error(`${most} requests in a row got no response: nothing more is sent.`);
  pm.execution.setNextRequest(null);
}
