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

/** The call that checks an answer, its expectation as readable JSON. */
export function checkCall(expectation: Expectation): string {
  return `contract.check(pm, ${JSON.stringify(expectation, null, 2)});`;
}
