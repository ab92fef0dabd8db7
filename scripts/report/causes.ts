import type { Finding } from '../model/run-result.ts';

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

/** Lists of those with the same key, in the order of their first members. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** The message is no part of it: it says where in the answer, and answers of operations differ. */
function clauseOf(finding: Finding): string {
  const { severity, check, pointer, expected } = finding;
  return pointer === undefined ? sentenceOf(finding) : JSON.stringify([severity, check, pointer, expected]);
}

function sentenceOf({ severity, operationId, check, pointer, message, expected }: Finding): string {
  return JSON.stringify([severity, operationId, check, pointer, message, expected]);
}
