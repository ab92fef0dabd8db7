import { groupBy } from '../group-by.ts';
import type { Difference, Finding } from '../model/run-result.ts';

/** One reason for findings: the same clause, broken in the same way, in several regions, cases or operations. */
export type Cause = {
  readonly first: Finding;
  /** Findings of the first one's operation that say the same as it does, itself included. */
  readonly same: readonly Finding[];
  /** Findings of the same clause elsewhere, in lists of those that say the same. */
  readonly also: readonly (readonly Finding[])[];
};

/** Every finding, in exactly one cause; causes stand in the order in which they are first met. */
export function toCauses(findings: readonly Finding[]): Cause[] {
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

/** Where else the clause is broken: other operations by their names, the same one by what it says there. */
export function elsewhere({ first: { operationId }, also }: Cause): string[] {
  const nameOf = (other: Finding): string =>
    other.operationId === operationId ? other.message : other.operationId;
  const groups = groupBy(also.flat(), nameOf);
  return groups.map((group) => `${group.map(nameOf)[0]} (${regionsOf(group).join(', ')})`);
}

/** Differences that are the same in several cases or operations, in the order in which they are first met. */
export function toUnequal(differences: readonly Difference[]): Difference[][] {
  return groupBy(differences, ({ what, where, regions }) => JSON.stringify([what, where, regions]));
}

/** The message is no part of it: it says where in the answer, and answers of operations differ. */
function clauseOf(finding: Finding): string {
  const { severity, check, pointer, expected } = finding;
  return pointer === undefined ? sentenceOf(finding) : JSON.stringify([severity, check, pointer, expected]);
}

function sentenceOf({ severity, operationId, check, pointer, message, expected }: Finding): string {
  return JSON.stringify([severity, operationId, check, pointer, message, expected]);
}
