import type { Expectation, OperationTable, ProvenanceTable } from '../model/expectation.ts';
import { checks, type Outcome } from '../model/outcome.ts';
import { findResponse } from './answer.ts';
import { checkBody } from './body.ts';
import { checkHeaders } from './headers.ts';
import { checkMediaType } from './media-type.ts';
import type { Pm } from './pm.ts';
import type { Validator } from './schema-error.ts';
import { checkStatus } from './status.ts';

/** What the generator knows and the checks need. */
export type Tables = {
  readonly operations: Readonly<Record<string, OperationTable>>;
  readonly provenances: ProvenanceTable;
  readonly validators: readonly Validator[];
};

/** Makes every check on the answer; each becomes a test of Postman's, and all of them the variable `outcomes`. */
export function checkAnswer(pm: Pm, tables: Tables, expectation: Expectation): void {
  const operation = tables.operations[expectation.operation];
  if (operation === undefined)
    throw new Error(`There is no operation \`${expectation.operation}\` to check.`);
  const outcomes = judge(pm, tables, operation, expectation);
  for (const check of Object.keys(checks)) {
    const own = outcomes.filter((outcome) => outcome.check === check);
    if (own.length > 0) report(pm, checks[own[0]?.check ?? 'status'], own);
  }
  // The runner reads them from here. The variable lasts for the run, so it names its case.
  const { operation: operationId, case: name } = expectation;
  pm.variables.set('outcomes', JSON.stringify({ operation: operationId, case: name, outcomes }));
}

function judge(pm: Pm, tables: Tables, operation: OperationTable, expectation: Expectation): Outcome[] {
  const status = String(pm.response.code);
  const documented = findResponse(operation.responses, status);
  const answer = {
    status,
    reason: pm.response.status,
    bytes: pm.response.stream || Buffer.from(pm.response.text()),
    header: (name: string) => pm.response.headers.get(name) ?? undefined,
    ...(documented && { documented }),
  };
  return [
    ...checkStatus(answer, expectation, operation),
    ...checkMediaType(answer),
    ...checkBody(answer, tables.validators, tables.provenances),
    ...checkHeaders(answer, tables.validators),
  ];
}

/** A failure fails the test, and so does what can't be told, for that must not look green; drift is only logged. */
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
