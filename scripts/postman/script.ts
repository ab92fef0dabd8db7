import type { Expectation } from '../model/expectation.ts';
import type { Event } from './format.ts';

/** The scripts that set the global `contract`: for the operations of each tag, and for each operation. */
export type Scripts = {
  readonly byTag: Readonly<Record<string, string>>;
  readonly byOperation: Readonly<Record<string, string>>;
};

/** A script of Postman's, line by line. */
export function toEvent(listen: 'prerequest' | 'test', script: string): Event {
  return { listen, script: { type: 'text/javascript', exec: script.split('\n') } };
}

/** Whether requests that have a price are sent: `true` or `false`. */
export const guardVariable = 'allow_run';

/** Sends a request that has a price only when the variable says so; it depends on no other script. */
export const guardScript = [
  `if (String(pm.variables.get('${guardVariable}')) !== 'true') {`,
  `  console.warn('Not sent, because it has a price. Set ${guardVariable} to true to send it.');`,
  `  pm.test.skip('not sent: it has a price; set ${guardVariable} to true to send it', () => {});`,
  '  pm.execution.skipRequest();',
  '}',
].join('\n');

/** The call that checks an answer, its expectation as readable JSON. */
export function checkCall(expectation: Expectation): string {
  return `contract.check(pm, ${JSON.stringify(expectation, null, 2)});`;
}
