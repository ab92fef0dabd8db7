import type { Guard } from '../cases/case.ts';
import type { Expectation } from '../model/expectation.ts';
import { elsewhereVariable, guardVariable, unsafeVariable } from './controls.ts';
import type { Event } from './format.ts';

/** The scripts that the checks are made of. */
export type Scripts = {
  /** Sets the global `contract`; the others call it. */
  readonly runtime: string;
  /** What is to be known of the operations of each tag, and of each operation. */
  readonly byTag: Readonly<Record<string, string>>;
  readonly byOperation: Readonly<Record<string, string>>;
};

/** A script of Postman's, line by line. */
export function toEvent(listen: 'prerequest' | 'test', script: string): Event {
  return { listen, script: { type: 'text/javascript', exec: script.split('\n') } };
}

/** Sends a request that has a price only when the variable says so; it depends on no other script. */
export const guardScript = [
  `if (String(pm.variables.get('${guardVariable}')) !== 'true') {`,
  `  console.warn('Not sent, because it has a price. Set ${guardVariable} to true to send it.');`,
  `  pm.test.skip('not sent: it has a price; set ${guardVariable} to true to send it', () => {});`,
  '  pm.execution.skipRequest();',
  '}',
].join('\n');

const guardScripts: Readonly<Record<Guard, string>> = {
  unsafe: skipUnless(
    `String(pm.variables.get('${unsafeVariable}')) === 'true'`,
    `it might change something; set ${unsafeVariable} to true to send it`,
  ),
  elsewhere: skipUnless(
    // A value with braces would stand for another one, such as this region's token.
    `/^(?!.*\\{\\{)./.test(pm.variables.get('${elsewhereVariable}') || '')`,
    `there is no ${elsewhereVariable}, or it still holds its placeholder`,
  ),
};

/** Leaves a request out, and says so, unless what it needs is given. */
export function guardScriptOf(guard: Guard): string {
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

const alone = "This request can't be checked when it is sent alone: run the whole collection.";

/** Calls before a request, which is not sent where no earlier one has brought `contract`. */
export function unlessAlone(calls: string): string {
  return [
    "if (typeof contract === 'undefined') {",
    `  pm.test('not sent', () => { throw new Error("${alone}"); });`,
    '  pm.execution.skipRequest();',
    '} else {',
    ...calls.split('\n').map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

/** An answer that can't be checked fails with the reason; `check` follows. */
export const aloneScript = `if (typeof contract === 'undefined') throw new Error("${alone}");`;

/** The call that checks that earlier answers gave these variables a value. */
export function needCall(names: readonly string[]): string {
  return `contract.need(pm, ${JSON.stringify(names)});`;
}

/** The call that begins to count pages. */
export function walkCall(variable: string): string {
  return `contract.walk(pm, ${JSON.stringify(variable)});`;
}

/** The call that checks an answer, its expectation as readable JSON. A script can only wait by its own timers. */
export function checkCall(expectation: Expectation): string {
  return `contract.check(pm, ${JSON.stringify(expectation, null, 2)}, setTimeout);`;
}
