import type { OperationTable } from '../../scripts/model/expectation.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { checkResponse } from '../../scripts/sandbox/check.ts';
import { createMemory, type Memory } from '../../scripts/sandbox/memory.ts';
import type { Pm } from '../../scripts/sandbox/pm.ts';
import { register } from '../../scripts/sandbox/tables.ts';
import type { Recorded } from './recording.ts';

/** What is generated of operations, by their id. */
export type Operations = Readonly<Record<string, OperationTable>>;

/** An answer, and what was known before it came. */
export type Moment = { readonly answer: Recorded; readonly memory: Memory };

/** The answers in their order, each with what the checks knew before it. */
export function toMoments(
  operations: Operations,
  answers: readonly Recorded[],
  memory = createMemory(),
): Moment[] {
  const known = structuredClone(memory);
  return answers.map((answer) => {
    const moment = { answer, memory: structuredClone(known) };
    check(operations, answer, known);
    return moment;
  });
}

/** What the checks find in another body at that moment. */
export function findingsOf(operations: Operations, { answer, memory }: Moment, body: unknown): Outcome[] {
  const outcomes = check(operations, { ...answer, body }, structuredClone(memory));
  return outcomes.filter(({ verdict }) => verdict !== 'passed');
}

/** All that the suite checks but schemas: without validators, there are none to check by. */
function check(operations: Operations, answer: Recorded, memory: Memory): readonly Outcome[] {
  const variables = new Map<string, unknown>([['region', 'us']]);
  register({ operations, provenances: {}, validators: [], described: [] }, memory.tables);
  const pm = toPm(answer, variables);
  checkResponse(pm, memory, answer.expectation, () => undefined);
  // What it was compared with says the same when it is asked for again.
  if (memory.rechecks.route.length > 0) {
    memory.rechecks.route.length = 0;
    checkResponse(pm, memory, answer.expectation, () => undefined);
  }
  return JSON.parse(String(variables.get('outcomes'))).outcomes ?? [];
}

function toPm({ expectation, url, status, headers, body }: Recorded, variables: Map<string, unknown>): Pm {
  const nothing = (): undefined => undefined;
  return {
    info: { requestId: `${expectation.operation} ${expectation.case}` },
    response: {
      code: status,
      status: '',
      responseTime: 1,
      headers: {
        get: (name) => headers.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value,
        all: () => headers,
      },
      text: () => JSON.stringify(body),
    },
    request: { toJSON: nothing, method: 'GET', url: { toString: () => url } },
    variables: {
      get: (name) => variables.get(name),
      set: (name, value) => variables.set(name, value),
      replaceIn: (text) => text,
    },
    collectionVariables: { set: nothing },
    execution: { skipRequest: nothing, setNextRequest: nothing },
    test: Object.assign(nothing, { skip: nothing }),
  };
}
