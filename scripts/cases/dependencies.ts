import { derivedOf } from '../model/derived.ts';
import type { Case } from './case.ts';
import { referredBy } from './order.ts';

/**
 * The cases and all that they stand on, so that they are judged as among all others: the first case of their operation,
 * which brings the code of its checks, and whatever later answers are compared with or take values from.
 * @param all every case of the plan
 */
export function withGround(cases: Iterable<Case>, all: readonly Case[]): ReadonlySet<Case> {
  const found = new Set(cases);
  // What is added while it goes on is visited too.
  for (const testCase of found) for (const other of groundOf(testCase, all)) found.add(other);
  return found;
}

function groundOf(testCase: Case, all: readonly Case[]): Case[] {
  const { operation, needs } = testCase;
  const operations = [...new Set(all.map((one) => one.operation))];
  const referred = referredBy(operation, operations);
  const givers = operations.filter((one) => derivedOf(one).some(({ variable }) => needs.includes(variable)));
  const measured = [operation.id, ...referred, ...givers.map(({ id }) => id)].flatMap((id) =>
    measuresOf(id, all),
  );
  const question = questionOf(testCase);
  const sameQuestion = referred.flatMap(
    (id) => all.find((one) => one.operation.id === id && questionOf(one) === question) ?? [],
  );
  return [...measured, ...sameQuestion, ...parts(testCase, all)];
}

/** The first case, and those that others are compared with. */
function measuresOf(operationId: string, all: readonly Case[]): Case[] {
  const own = all.filter(({ operation }) => operation.id === operationId);
  return own.filter((testCase, index) => index === 0 || testCase.remember);
}

/** All that is sent in the query, but for page and order: relations hold between answers to the same question. */
function questionOf({ operation, outgoing }: Case): string {
  const { list } = operation.contract;
  const aside = [list?.page?.number, list?.page?.size, list?.sort?.by, list?.sort?.direction];
  const sent = outgoing.parameters.filter(
    ({ parameter, disabled }) => !disabled && parameter.in === 'query' && !aside.includes(parameter.name),
  );
  return JSON.stringify(sent.map(({ parameter, value }) => [parameter.name, value]).sort());
}

/** Values of a filter that no property shows are only told together: their lists must make up the whole one. */
function parts(testCase: Case, all: readonly Case[]): Case[] {
  const filters = Object.entries(testCase.operation.contract.list?.filters ?? {});
  const apart = filters.flatMap(([name, { keep }]) =>
    keep === 'apart' && sends(testCase, name) ? [name] : [],
  );
  if (testCase.kind !== 'filter' || apart.length === 0) return [];
  const own = all.filter(
    ({ operation, kind }) => operation.id === testCase.operation.id && kind === 'filter',
  );
  return own.filter((one) => apart.some((name) => sends(one, name)));
}

function sends({ outgoing }: Case, name: string): boolean {
  return outgoing.parameters.some(({ parameter, disabled }) => !disabled && parameter.name === name);
}
