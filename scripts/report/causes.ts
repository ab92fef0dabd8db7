import { groupBy } from '../base/group-by.ts';
import { grouped } from '../base/words.ts';
import { clauseChecks } from '../judge/compare/judged-clauses.ts';
import { commonText, isMorePlace, placesIn } from '../model/beyond-limit.ts';
import type { Difference, Finding } from '../model/run-result.ts';

/** One reason for findings: the same clause, broken in the same way, in several regions, cases or operations. */
export type Cause<T extends Finding = Finding> = {
  readonly first: T;
  /** Findings of the first one's operation that say the same except for counts, itself included. */
  readonly same: readonly T[];
  /** Findings of the same clause elsewhere, in lists of those that say the same. */
  readonly also: readonly (readonly T[])[];
};

/** Every finding, in exactly one cause; causes are in the order in which they first appear. */
export function toCauses<T extends Finding>(findings: readonly T[]): Cause<T>[] {
  return groupBy(findings, clauseOf).flatMap((clause) => {
    const [same = [], ...also] = groupBy(clause, sentenceOf);
    const [first] = same;
    return first === undefined ? [] : [{ first, same, also }];
  });
}

/** Their regions, each once. */
export function regionsOf(all: readonly { readonly region: string }[]): string[] {
  return [...new Set(all.map(({ region }) => region))];
}

/**
 * Where else the clause is broken: the same operation by what it says there, other operations by their names, together
 * where the regions are the same.
 */
export function elsewhere({ first: { operationId }, also }: Cause): string[] {
  const here = also.filter(([one]) => one?.operationId === operationId);
  const others = also.flat().filter((one) => one.operationId !== operationId);
  const byOperation = groupBy(others, (one) => one.operationId);
  const alike = groupBy(byOperation, (own) => regionsOf(own).join(', '));
  return [
    ...here.map((same) => `${same[0]?.message} (${regionsOf(same).join(', ')})`),
    ...alike.map((group) => {
      const names = group.map(([one]) => one?.operationId);
      return `${names.join(', ')} (${regionsOf(group.flat()).join(', ')})`;
    }),
  ];
}

/** Without the message, which says where in the response: the responses of operations differ. */
function clauseOf(finding: Finding): string {
  const { severity, check, pointer, expected } = finding;
  // No clause of the description is about leaks: the message says what leaks.
  if (check === 'leak') return JSON.stringify([severity, check, finding.message]);
  if (pointer === undefined) return sentenceOf(finding);
  // One clause of a schema may require several things; a filter or an order is one thing, whatever its values are.
  return JSON.stringify([severity, check, pointer, clauseChecks.has(check) ? undefined : expected]);
}

function sentenceOf({ severity, operationId, check, pointer, message, expected }: Finding): string {
  const wanted = clauseChecks.has(check) ? undefined : expected;
  return JSON.stringify([severity, operationId, check, pointer, withoutCounts(message), wanted]);
}

/** How many there are, and at which of them it begins, differs from response to response. */
function withoutCounts(message: string): string {
  return message
    .replace(/ \(and in [\d,]+ more \w+\)$/, '')
    .replace(/\b\d+ items\b/, 'items')
    .replace(/\/\d+(?=[/:])/g, '/0');
}

/** Differences, joined where they are many, in lists of those that are the same in several cases or operations. */
export function toUnequal(differences: readonly Difference[]): Difference[][] {
  return groupBy(joinDifferences(differences), ({ what, where, regions }) =>
    JSON.stringify([what, where, regions]),
  );
}

/** Differences that are alike, from which on they are shown as one: a server may send any number of headers. */
const mostAlike = 20;

/** Differences of one operation. */
const most = 100;

/** The differences for people: of one operation, those that are alike are one if they are many, and so is the end of a long list. */
export function joinDifferences(differences: readonly Difference[]): Difference[] {
  return groupBy(differences, kindOf).flatMap((kind) => {
    const rows = groupBy(kind, ({ regions }) => JSON.stringify(regions)).flatMap((alike) =>
      alike.length > mostAlike ? [alike] : alike.map((one) => [one]),
    );
    return [...rows.slice(0, most), rows.slice(most).flat()].flatMap(toOne);
  });
}

/** How many differences there are, with those that are not listed. */
export function countDifferences(differences: readonly Difference[]): number {
  return differences.reduce((sum, { where }) => sum + placesIn(where), 0);
}

/** What is new, or accepted for another reason, is shown apart. */
function kindOf({ operationId, case: name, what, since, accepted }: Difference): string {
  return JSON.stringify([operationId, name, what, since, accepted]);
}

function toOne(row: readonly Difference[]): Difference[] {
  const [first, ...others] = row;
  if (first === undefined || others.length === 0) return [...row];
  const names = row.flatMap(({ where = '' }) => (isMorePlace(where) ? [] : where)).slice(0, 3);
  const where = `${names.join(', ')} and ${grouped(countDifferences(row) - names.length)} more`;
  return [{ ...first, where, regions: commonText(row.map(({ regions }) => regions)) }];
}
