import type { CaseGuard } from '../../cases/case.ts';
import type { Expectation } from '../../model/expectation.ts';
import { allowRunVariable, allowUnsafeVariable, otherTokenVariable } from '../../model/reserved-names.ts';
import type { PostmanEvent, PostmanItem } from './format.ts';

/** The scripts of the checks. */
export type Scripts = {
  /** Sets the global `contract`; the others call it. */
  readonly runtime: string;
  /** The tables and validators of the operations of each tag, and of each operation. */
  readonly byTag: Readonly<Record<string, string>>;
  readonly byOperation: Readonly<Record<string, string>>;
};

/** The scripts of a request or folder, at most one of each type: in Collection 3.0 two have separate scopes. */
export type EventParts = {
  /** Parts of one script, in order. Empty parts are left out. */
  readonly prerequest: readonly (string | undefined)[];
  readonly test?: string | undefined;
};

export function toEvents({ prerequest, test = '' }: EventParts): PostmanEvent[] {
  const before = prerequest.filter(Boolean).join('\n');
  return [
    ...(before === '' ? [] : [toEvent('prerequest', before)]),
    ...(test === '' ? [] : [toEvent('test', test)]),
  ];
}

/** The text of the script of a type; empty if there is none. */
export function scriptOf({ event }: Pick<PostmanItem, 'event'>, listen: PostmanEvent['listen']): string {
  return event.find((one) => one.listen === listen)?.script.exec.join('\n') ?? '';
}

/** A Postman script, line by line. */
export function toEvent(listen: PostmanEvent['listen'], script: string): PostmanEvent {
  return { listen, script: { type: 'text/javascript', exec: script.split('\n') } };
}

/** Skips a request that has a price unless the variable allows it; depends on no other script. */
export const guardScript = [
  `if (String(pm.variables.get('${allowRunVariable}')) !== 'true') {`,
  `  console.warn('Not sent, because it costs money. Set ${allowRunVariable} to true to send it.');`,
  `  pm.test.skip('not sent: it costs money; set ${allowRunVariable} to true to send it', () => {});`,
  '  pm.execution.skipRequest();',
  '}',
].join('\n');

/** Calls before a request that costs or changes something, only if the request is sent. */
export function whereAllowed(effects: 'costs' | 'changes', call: string): string {
  const variable = effects === 'costs' ? allowRunVariable : allowUnsafeVariable;
  return `if (String(pm.variables.get('${variable}')) === 'true') ${call}`;
}

const guardScripts: Readonly<Record<CaseGuard, string>> = {
  unsafe: skipUnless(
    `String(pm.variables.get('${allowUnsafeVariable}')) === 'true'`,
    `it might change something; set ${allowUnsafeVariable} to true to send it`,
  ),
  elsewhere: skipUnless(
    // A template would resolve to another value, such as this region's token; see `isTemplate`.
    `/^(?![\\s\\S]*\\{(\\{|$))[\\s\\S]/.test(pm.variables.get('${otherTokenVariable}') || '')`,
    `there is no ${otherTokenVariable}, or it still holds its placeholder`,
  ),
};

/** Skips a request and reports it, unless its condition is met. */
export function guardScriptOf(guard: CaseGuard): string {
  return guardScripts[guard];
}

function skipUnless(condition: string, reason: string): string {
  return [
    `if (!(${condition})) {`,
    `  pm.test.skip('not sent: ${reason}', () => {});`,
    '  pm.execution.skipRequest();',
    '}',
  ].join('\n');
}

const alone = "This request can't be checked when it is sent alone. Run the whole collection.";

/** Calls before a request, which is not sent unless an earlier request has set `contract`. */
export function unlessSentAlone(calls: string): string {
  return [
    "if (typeof contract === 'undefined') {",
    `  pm.test('not sent', () => { throw new Error("${alone}"); });`,
    '  pm.execution.skipRequest();',
    '} else {',
    ...calls.split('\n').map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

/** Fails a response that can't be checked, with the reason; the call of `check` follows. */
export const sentAloneScript = `if (typeof contract === 'undefined') throw new Error("${alone}");`;

/** The call that checks that these variables have a value from earlier responses. */
export function needCall(names: readonly string[]): string {
  return `contract.need(pm, ${JSON.stringify(names)});`;
}

/** The call that requests the first page. */
export function firstPageCall(variable: string): string {
  return `contract.firstPage(pm, ${JSON.stringify(variable)});`;
}

/** The call that escapes the values of variables in a body; none if it has no variables, or Postman escapes them. */
export function fillCall({ body }: PostmanItem['request']): string {
  const isText = body?.mode === 'raw' && ['json', 'xml'].includes(body.options.raw.language);
  return isText && body.raw.includes('{{') ? 'contract.fill(pm);' : '';
}

/** The call that checks a response, with its expectation as readable JSON. A script can only wait by its own timers. */
export function checkCall(expectation: Expectation): string {
  return `contract.check(pm, ${JSON.stringify(expectation, null, 2)}, setTimeout);`;
}
