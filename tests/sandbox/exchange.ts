import type { Contract, Filter, List, Relation } from '../../scripts/model/contract.ts';
import type { OperationTable, ProvenanceTable } from '../../scripts/model/expectation.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { createToOutcome } from '../../scripts/sandbox/clause-result.ts';
import { type CheckedExchange, toListExchange } from '../../scripts/sandbox/exchange.ts';
import { type History, record } from '../../scripts/sandbox/history.ts';
import { createMemory, type Memory } from '../../scripts/sandbox/memory.ts';
import { addPage } from '../../scripts/sandbox/paginate.ts';
import { parseSent } from '../../scripts/sandbox/sent-request.ts';
import { checkSuccess } from '../../scripts/sandbox/success.ts';

/** A success: of which operation, what was asked, and what came. */
export type Answer = {
  /** `list` where nothing is said. */
  readonly operation?: string;
  /** Path and query; the operation's path where nothing is said. */
  readonly url?: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Later answers are compared with this one. */
  readonly remember?: true;
  readonly byHand?: true;
};

export type Contracts = Readonly<
  Record<string, Partial<Contract> & { readonly path?: string; readonly marks?: ProvenanceTable }>
>;

export const host = 'https://eu.example.com';

/** The clause of a part, named by what it is. */
export function clause(pointer: string) {
  return { pointer, provenance: 'documented' } as const;
}

/** A list of items under `/items`, known by their `/id`. */
export function listOf(parts: Partial<List> = {}): List {
  return { ...clause('list'), items: '/items', identity: '/id', moving: {}, filters: {}, ...parts };
}

/** A filter that keeps what has the value at `property`. */
export function filterOf(
  keep: Extract<Filter, { spelled: unknown }>['keep'],
  property: string,
  parts: { readonly spelled?: Readonly<Record<string, string>>; readonly complete?: boolean } = {},
): Filter {
  return { ...clause('filter'), keep, property, spelled: {}, complete: true, ...parts };
}

export function relation(rule: Relation['rule'], each?: string): Contracts {
  return { list: { relations: [{ ...clause('relation'), rule, ...(each !== undefined && { each }) }] } };
}

/** Items with these ids, as the body of a list. */
export function ids(...all: readonly (string | number)[]): { items: { id: string | number }[] } {
  return { items: all.map((id) => ({ id })) };
}

/** What the checks say of the last answer, after the ones before it. */
export function judge(
  contracts: Contracts,
  answers: readonly Answer[],
  missing: History['missing'] = {},
): string[] {
  return brief(outcomesOf(contracts, answers, missing));
}

/** @param missing what the schema check has told to be missing */
export function outcomesOf(
  contracts: Contracts,
  answers: readonly Answer[],
  missing: History['missing'] = {},
): readonly Outcome[] {
  const initial = createMemory();
  const memory = { ...initial, history: { ...initial.history, missing } };
  let last: readonly Outcome[] = [];
  for (const [index, answer] of answers.entries()) {
    const exchange = { ...toExchange(contracts, answer, memory), request: `item ${index}` };
    last = checkSuccess(exchange);
    recordPage(exchange);
  }
  return last;
}

/** Each check that passed, once, and whatever did not, with its reason. */
function brief(outcomes: readonly Outcome[]): string[] {
  return [
    ...new Set(
      outcomes.map(({ check, verdict, message }) =>
        verdict === 'passed' ? check : `${check} ${verdict}: ${message}`,
      ),
    ),
  ];
}

/** An answer as the checks see it. */
export function toExchange(contracts: Contracts, answer: Answer, { history }: Memory): CheckedExchange {
  const { operation = 'list', headers = {}, remember = false, byHand = false } = answer;
  const { path = `/${operation}`, marks = {}, ...contract } = contracts[operation] ?? {};
  const table: OperationTable = {
    pointer: `/paths/${operation}`,
    path,
    responses: {},
    contract: { filters: {}, relations: [], ...contract },
    marks,
    derived: [],
    referred: true,
    gives: {},
  };
  return {
    operationId: operation,
    request: 'item',
    table,
    sent: parseSent(`${host}${answer.url ?? path}`, path),
    value: answer.body,
    header: (name) => headers[name],
    variable: (name) => (name === 'region' ? 'eu' : ''),
    history,
    toOutcome: createToOutcome('documented', marks),
    inSuite: !byHand,
    remember,
    repeated: remember,
  };
}

/** As the check script does when a whole list has another page. */
function recordPage(exchange: CheckedExchange): void {
  const list = exchange.remember ? toListExchange(exchange) : undefined;
  if (list === undefined) return;
  const { next, pages } = addPage(list);
  if (next !== undefined) record(exchange.history.pages, exchange.operationId, { ...pages, outcomes: [] });
}
