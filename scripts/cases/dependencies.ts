import { derivedOf } from '../model/derived.ts';
import { toJson } from '../model/written-number.ts';
import type { Case } from './case.ts';
import { referredBy } from './order.ts';

/**
 * The cases and their dependencies, so that they are judged as in a complete run: the first case of their operation,
 * which contains the code of its checks, and all cases whose responses they are compared with or take values from.
 * @param all every case of the plan
 */
export function withDependencies(cases: Iterable<Case>, all: readonly Case[]): ReadonlySet<Case> {
  const found = new Set(cases);
  // The loop also visits what it adds.
  for (const testCase of found) for (const other of dependenciesOf(testCase, all)) found.add(other);
  return found;
}

function dependenciesOf(testCase: Case, all: readonly Case[]): Case[] {
  const { operation, needs } = testCase;
  const operations = [...new Set(all.map((one) => one.operation))];
  const referred = referredBy(operation, operations);
  const sources = operations.filter((one) => derivedOf(one).some(({ variable }) => needs.includes(variable)));
  const remembered = [operation.id, ...referred, ...sources.map(({ id }) => id)].flatMap((id) =>
    rememberedCases(id, all),
  );
  const query = queryKey(testCase);
  const sameQuery = referred.flatMap(
    (id) => all.find((one) => one.operation.id === id && queryKey(one) === query) ?? [],
  );
  return [...remembered, ...sameQuery, ...filterPartition(testCase, all)];
}

/** The first case, and those that other cases are compared with. */
function rememberedCases(operationId: string, all: readonly Case[]): Case[] {
  const own = all.filter(({ operation }) => operation.id === operationId);
  return own.filter((testCase, index) => index === 0 || testCase.remember);
}

/** The query without page and order. Relations hold between responses to the same query. */
function queryKey({ operation, outgoing }: Case): string {
  const { list } = operation.contract;
  const ignored = [list?.page?.number, list?.page?.size, list?.sort?.by, list?.sort?.direction];
  const sent = outgoing.parameters.filter(
    ({ parameter, disabled }) => !disabled && parameter.in === 'query' && !ignored.includes(parameter.name),
  );
  return toJson(sent.map(({ parameter, value }) => [parameter.name, value]).sort());
}

/** All cases of a filter that no property shows. They are checked together: their lists must make up the whole list. */
function filterPartition(testCase: Case, all: readonly Case[]): Case[] {
  const filters = Object.entries(testCase.operation.contract.list?.filters ?? {});
  const partitioning = filters.flatMap(([name, { keep }]) =>
    keep === 'apart' && sends(testCase, name) ? [name] : [],
  );
  if (testCase.kind !== 'filter' || partitioning.length === 0) return [];
  const own = all.filter(
    ({ operation, kind }) => operation.id === testCase.operation.id && kind === 'filter',
  );
  return own.filter((one) => partitioning.some((name) => sends(one, name)));
}

function sends({ outgoing }: Case, name: string): boolean {
  return outgoing.parameters.some(({ parameter, disabled }) => !disabled && parameter.name === name);
}
