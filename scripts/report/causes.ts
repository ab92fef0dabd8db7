import { groupBy } from '../base/group-by.ts';
import { ofClauses } from '../judge/compare/judged-clauses.ts';
import type { Difference, Finding } from '../model/run-result.ts';
import { joinDifferences } from './join-differences.ts';

/** One reason for findings: the same clause, broken in the same way, in several regions, cases or operations. */
export type Cause<T extends Finding = Finding> = {
  readonly first: T;
  /** Findings of the first one's operation that say the same as it does but for counts, itself included. */
  readonly same: readonly T[];
  /** Findings of the same clause elsewhere, in lists of those that say the same. */
  readonly also: readonly (readonly T[])[];
};

/** Every finding, in exactly one cause; causes stand in the order in which they are first met. */
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

/** Differences, joined where they are many, in lists of those that are the same in several cases or operations. */
export function toUnequal(differences: readonly Difference[]): Difference[][] {
  return groupBy(joinDifferences(differences), ({ what, where, regions }) =>
    JSON.stringify([what, where, regions]),
  );
}

/** The message is no part of it: it says where in the answer, and answers of operations differ. */
function clauseOf(finding: Finding): string {
  const { severity, check, pointer, expected } = finding;
  // No clause of the description is about leaks: the message says what leaks.
  if (check === 'leak') return JSON.stringify([severity, check, finding.message]);
  if (pointer === undefined) return sentenceOf(finding);
  // One clause of a schema may ask for several things; a filter or an order is one thing, whatever is asked for.
  return JSON.stringify([severity, check, pointer, ofClauses.has(check) ? undefined : expected]);
}

function sentenceOf({ severity, operationId, check, pointer, message, expected }: Finding): string {
  const wanted = ofClauses.has(check) ? undefined : expected;
  return JSON.stringify([severity, operationId, check, pointer, withoutCounts(message), wanted]);
}

/** How many there are, and at which of them it begins, differs from answer to answer. */
function withoutCounts(message: string): string {
  return message
    .replace(/ \(and in [\d,]+ more \w+\)$/, '')
    .replace(/\b\d+ items\b/, 'items')
    .replace(/\/\d+(?=[/:])/g, '/0');
}
