import type { Operation } from '../model/api.ts';
import type { Sort } from '../model/contract.ts';
import { weaker } from '../model/provenance.ts';
import { queryParameter } from '../model/to-filters.ts';
import type { CaseKind, Draft } from './case.ts';
import { withQuery } from './outgoing.ts';
import { onLargestPage } from './page.ts';
import { successStatuses } from './statuses.ts';
import { valueProvenance } from './value-provenance.ts';

/** Sorts the list by each key in both directions, the one opposite to the default first. */
export const sort: CaseKind = (operation) => {
  const clause = operation.contract.list?.sort;
  if (clause === undefined) return [];
  const first = clause.default?.descending === true ? 'ascending' : 'descending';
  const second = first === 'ascending' ? 'descending' : 'ascending';
  const keys = Object.keys(clause.keys);
  const others = keys.filter((key) => key !== clause.default?.key);
  return [
    ...keys.map((key) => draft(operation, clause, key, first)),
    // The whole list is already in the default order.
    ...others.map((key) => draft(operation, clause, key, second)),
  ];
};

function draft(
  operation: Operation,
  clause: Sort,
  key: string,
  direction: 'ascending' | 'descending',
): Draft {
  const by = queryParameter(operation.parameters, clause.by);
  const other = (clause.default?.descending ?? false) === (direction === 'descending');
  return {
    id: `sort-${key.replace(/[^\w.]+/g, '-').replace(/-$/, '')}-${direction}`,
    name: `${operation.summary}: by ${key}, ${direction}`,
    why: `By \`${key}\`, ${direction}: in that order, and the same items.`,
    outgoing: withQuery(onLargestPage(operation), operation, sortQuery(operation, clause, key, direction)),
    statuses: successStatuses(operation),
    // The second direction shares one clause, because it matters less. So does a key that several lists have.
    clause: other ? 'the other direction' : keyClause(clause, key),
    provenance: by === undefined ? clause.provenance : weaker(clause.provenance, valueProvenance(by, key)),
  };
}

function keyClause({ pointer, keys, default: standard }: Sort, key: string): string {
  const own = standard?.key ?? Object.keys(keys)[0];
  return key === own ? pointer : `sort key ${key}`;
}

/** The query parameters of an order: two, or one with a minus for descending. */
function sortQuery(
  { parameters }: Operation,
  clause: Sort,
  key: string,
  direction: string,
): Record<string, string> {
  if (clause.direction === undefined) return { [clause.by]: direction === 'descending' ? `-${key}` : key };
  const values = queryParameter(parameters, clause.direction)?.schema.enum ?? ['asc', 'desc'];
  const word = values
    .map(String)
    .find((value: string) =>
      value.toLowerCase().startsWith(direction.slice(0, direction === 'descending' ? 4 : 3)),
    );
  return { [clause.by]: key, [clause.direction]: word ?? (direction === 'descending' ? 'desc' : 'asc') };
}
