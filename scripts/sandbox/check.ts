import { decode } from '../base/decode.ts';
import type { Expectation, OperationTable } from '../model/expectation.ts';
import type { CheckId, Outcome } from '../model/outcome.ts';
import { outcomesVariable } from '../model/reserved-names.ts';
import { checkBody } from './body.ts';
import { checkBudget } from './budget.ts';
import { derive, discover } from './capture.ts';
import { digest } from './digest.ts';
import { checkHeaders } from './headers.ts';
import { checkLeaks } from './leaks.ts';
import { checkMediaType } from './media-type.ts';
import type { Memory, Tables } from './memory.ts';
import { checkMethod } from './method.ts';
import { recallMissing } from './missing.ts';
import { turnPage } from './paginate.ts';
import type { Pm } from './pm.ts';
import { goRound, lookAgain, settle } from './recheck.ts';
import { reportAll } from './report.ts';
import { type Answer, type Body, findResponse, readBody } from './response.ts';
import { retry, type Wait, waited } from './retry.ts';
import type { SchemaError } from './schema-error.ts';
import { checkStatus } from './status.ts';
import { endInSilence } from './stop-when-unreachable.ts';
import { checkSuccess, toExchange } from './success.ts';

/** Makes every check on the answer; each becomes a test of Postman's, and all of them the variable `outcomes`. */
export function checkAnswer(pm: Pm, memory: Memory, expectation: Expectation, wait: Wait): void {
  const tables = memory.tables[expectation.operation];
  const operation = tables?.operations[expectation.operation];
  if (tables === undefined || operation === undefined)
    throw new Error(
      `Nothing is known of \`${expectation.operation}\`: the first request of its folder has to run before this one.`,
    );
  const key = `${expectation.operation} ${expectation.case}`;
  memory.sent += 1;
  if (isSentAgain(pm, tables, memory, expectation, wait)) return;
  const tries = (memory.attempts[key] || []).filter((reason) => reason !== waited);
  // Without an answer there is nothing to check: newman and Postman tell why.
  if (pm.response.code === undefined) {
    finish(pm, memory, expectation, { before: tries });
    return;
  }
  const body = readBody(pm.response);
  recallItem(pm, memory, expectation, body);
  const judged = judge(pm, tables, memory, operation, expectation, body);
  if (expectation.statuses !== undefined && lookAgain(pm, memory, key, judged)) {
    finish(pm, memory, expectation, {});
    return;
  }
  const { outcomes, before: changed } = settle(memory, key, judged);
  reportAll(pm, outcomes);
  const before = (memory.before[key] || []).filter(isNew(outcomes));
  const all = [...walkedOutcomes(memory, expectation), ...before, ...outcomes];
  delete memory.before[key];
  if (goOn(pm, memory, operation, expectation, { all, own: outcomes })) return;
  const attempts = [...tries, ...(changed === undefined ? [] : [changed])];
  const sent = memory.sent - memory.told - attempts.length;
  const left = { outcomes: all, sent, ...(attempts.length > 0 && { before: attempts }) };
  finish(pm, memory, expectation, left);
}

/** Leaves what was found, unless the request is only sent on behalf of another one, or that one comes next. */
function finish(pm: Pm, memory: Memory, expectation: Expectation, left: object): void {
  const again = goRound(pm, memory);
  leave(pm, expectation, again ? { again: 'to compare it once more' } : left);
  if (!again) memory.told = memory.sent;
  if (expectation.statuses !== undefined) endInSilence(pm, memory, expectation.statuses);
}

/** Whether the request is sent again; what is wrong with this answer nonetheless is kept. */
function isSentAgain(pm: Pm, tables: Tables, memory: Memory, expectation: Expectation, wait: Wait): boolean {
  const again = retry(pm, memory, expectation, wait);
  if (again === undefined) return false;
  const key = `${expectation.operation} ${expectation.case}`;
  const before = memory.before[key] || [];
  const refusal = judgeRefusal(pm, tables, memory, expectation);
  memory.before[key] = [...before, ...refusal.filter(isNew(before))];
  leave(pm, expectation, { again, ...(isFound(refusal) && { found: true }) });
  return true;
}

/** Whether there is something to tell of this answer itself, which is not the last one to its request. */
function isFound(outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ verdict }) => verdict !== 'passed');
}

/** What is wrong with an answer that is not the last one. Where it is documented only its status and time are forgiven. */
function judgeRefusal(pm: Pm, tables: Tables, memory: Memory, expectation: Expectation): Outcome[] {
  const operation = tables.operations[expectation.operation];
  if (operation === undefined || pm.response.code === undefined) return [];
  const documented = findResponse(operation.responses, String(pm.response.code)) !== undefined;
  const body = readBody(pm.response);
  const outcomes = judge(pm, tables, memory, operation, expectation, body).filter(
    ({ check }) => check === 'leak' || (documented && forgiven.indexOf(check) < 0),
  );
  reportAll(pm, outcomes);
  return outcomes.filter(({ verdict }) => verdict !== 'passed');
}

const forgiven: readonly CheckId[] = ['status', 'budget', 'method'];

/** What the answer of which item says; of a walk all pages belong together. */
function recallItem(pm: Pm, memory: Memory, { operation, remember }: Expectation, { text }: Body): void {
  const id = pm.info.requestId;
  const walked = remember && memory.walks[operation] ? memory.states[id] || '' : '';
  memory.current = id;
  memory.states[id] = walked + digest(text);
  if (remember) memory.items[operation] = id;
}

/** What was found on the pages of the whole list before this one. */
function walkedOutcomes(memory: Memory, { operation, remember }: Expectation): readonly Outcome[] {
  return (remember && memory.walks[operation]?.outcomes) || [];
}

/** What is wrong with each attempt in the same way is told once. */
function isNew(known: readonly Outcome[]): (outcome: Outcome) => boolean {
  return (outcome) =>
    !known.some(({ check, message }) => check === outcome.check && message === outcome.message);
}

/** Where the whole list goes on behind this page, the same request is sent for the next one. */
function goOn(
  pm: Pm,
  memory: Memory,
  table: OperationTable,
  expectation: Expectation,
  { all: outcomes, own }: { readonly all: readonly Outcome[]; readonly own: readonly Outcome[] },
): boolean {
  const pending = memory.pending[expectation.operation];
  const variable = table.derived.find(({ take }) => take === 'page');
  if (!expectation.remember || pending === undefined || variable === undefined) return false;
  const { items, totals, next } = pending;
  delete memory.pending[expectation.operation];
  const first = memory.walks[expectation.operation]?.first ?? items.length;
  memory.walks[expectation.operation] = { items, totals, outcomes, pages: next - 1, first };
  turnPage(pm, variable.variable, next);
  leave(pm, expectation, { again: `page ${next}`, ...(isFound(own) && { found: true }) });
  return true;
}

/** What the request says of itself that an answer may repeat: where it went, and the values in it. */
function ownParts(pm: Pm): string[] {
  const [, host = '', path = '', query = ''] =
    /^[a-z]+:\/\/([^/?#]*)([^?#]*)\??(.*)$/i.exec(pm.request.url.toString()) || [];
  const values = query.split('&').map((pair) => decode(pair.split('=').slice(1).join('=')));
  return [path, host, host.replace(/:\d+$/, ''), ...values].filter((part) => part.length > 3);
}

/** The runner reads it from here. The variable lasts for the run, so it names its case. */
function leave(pm: Pm, { operation, case: name }: Expectation, left: object): void {
  pm.variables.set(outcomesVariable, withoutBraces(JSON.stringify({ operation, case: name, ...left })));
}

/** The same JSON with no braces in its strings: text of a response can't make Postman put in a variable. */
function withoutBraces(json: string): string {
  const escaped: Readonly<Record<string, string>> = { '{': '\\u007b', '}': '\\u007d' };
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/[{}]/g, (brace) => escaped[brace] || ''));
}

function judge(
  pm: Pm,
  tables: Tables,
  memory: Memory,
  operation: OperationTable,
  expectation: Expectation,
  body: Body,
): Outcome[] {
  const status = String(pm.response.code);
  const { method, methods = [] } = expectation;
  const leaks = checkLeaks(status, body.text, pm.response.headers.all(), ownParts(pm));
  if (method !== undefined) {
    return [
      ...checkMethod(
        method,
        methods,
        status,
        pm.response.headers.get('Allow') ?? undefined,
        operation.pointer,
      ),
      ...leaks,
    ];
  }
  const documented = findResponse(operation.responses, status);
  const answer: Answer = {
    status,
    reason: pm.response.status || '',
    body,
    header: (name: string) => pm.response.headers.get(name) ?? undefined,
    ...(documented && { documented }),
  };
  const note = (errors: readonly SchemaError[]): void => {
    // What an error lacks says nothing of what a success has.
    if (status.charAt(0) === '2') recallMissing(memory, expectation.operation, errors);
  };
  const outcomes = [
    ...checkStatus(answer, expectation, operation),
    ...checkMediaType(answer),
    // An answer to HEAD has none (RFC 9110, section 9.3.2).
    ...(pm.request.method === 'HEAD' ? [] : checkBody(answer, tables, note)),
    ...checkHeaders(answer, tables.validators),
    ...checkBudget(pm, operation),
    ...leaks,
  ];
  const parsed = status.charAt(0) === '2' ? body.parse() : undefined;
  if (parsed === undefined || 'error' in parsed) return outcomes;
  const exchange = toExchange(pm, expectation, operation, memory, parsed.value);
  const related = checkSuccess(exchange);
  const untaken = [...(expectation.remember ? derive(pm, exchange) : []), ...discover(pm, exchange)];
  return [...outcomes, ...related, ...untaken];
}
