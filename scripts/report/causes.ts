import { groupBy } from '../base/group-by.ts';
import { grouped } from '../base/words.ts';
import { clauseChecks } from '../judge/compare/judged-clauses.ts';
import { commonText, isMorePlace, placesIn } from '../model/beyond-limit.ts';
import type { Difference, Finding } from '../model/run-result.ts';

/** One reason for findings: the same clause, broken in the same way, in several regions, cases or operations. */
export type Cause<T extends Finding = Finding> = {
  readonly first: T;
  /** The findings of the same operation whose messages differ at most in counts, including `first`. */
  readonly same: readonly T[];
  /** The other findings about the same clause, grouped by operation and message. */
  readonly also: readonly (readonly T[])[];
};

/** Groups findings by cause, in the order of their first findings. Each finding is in exactly one cause. */
export function toCauses<T extends Finding>(findings: readonly T[]): Cause<T>[] {
  return groupBy(findings, clauseOf).flatMap((clause) => {
    const [same = [], ...also] = groupBy(clause, sentenceOf);
    const [first] = same;
    return first === undefined ? [] : [{ first, same, also }];
  });
}

/** The distinct regions. */
export function regionsOf(all: readonly { readonly region: string }[]): string[] {
  return [...new Set(all.map(({ region }) => region))];
}

/**
 * Where else the clause is broken. Other findings of the same operation are given by their messages, other operations by
 * their names. Operations that break it in the same regions are on one line.
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

/** The key of a cause. It leaves out the message, because the place in the response differs between operations. */
function clauseOf(finding: Finding): string {
  const { severity, check, pointer, expected } = finding;
  // The spec has no clause about leaks, so the message identifies the cause.
  if (check === 'leak') return JSON.stringify([severity, check, finding.message]);
  if (pointer === undefined) return sentenceOf(finding);
  // A schema may break in several ways, which `expected` tells apart. A filter or sort order is one cause for all values.
  return JSON.stringify([severity, check, pointer, clauseChecks.has(check) ? undefined : expected]);
}

function sentenceOf({ severity, operationId, check, pointer, message, expected }: Finding): string {
  const wanted = clauseChecks.has(check) ? undefined : expected;
  return JSON.stringify([severity, operationId, check, pointer, withoutCounts(message), wanted]);
}

/** The message without counts and array indexes, which differ between responses. */
function withoutCounts(message: string): string {
  return message
    .replace(/ \(and in [\d,]+ more \w+\)$/, '')
    .replace(/\b\d+ items\b/, 'items')
    .replace(/\/\d+(?=[/:])/g, '/0');
}

/** Joins the differences, and groups those that are the same in several test cases or operations. */
export function toUnequal(differences: readonly Difference[]): Difference[][] {
  return groupBy(joinDifferences(differences), ({ what, where, regions }) =>
    JSON.stringify([what, where, regions]),
  );
}

/** More similar differences than this are shown as one, because a server may send any number of headers. */
const mostAlike = 20;

/** The largest number of differences that are shown of one test case. */
const most = 100;

/** Joins similar differences of a test case if they are many, and the end of a long list. */
export function joinDifferences(differences: readonly Difference[]): Difference[] {
  return groupBy(differences, kindOf).flatMap((kind) => {
    const rows = groupBy(kind, ({ regions }) => JSON.stringify(regions)).flatMap((alike) =>
      alike.length > mostAlike ? [alike] : alike.map((one) => [one]),
    );
    return [...rows.slice(0, most), rows.slice(most).flat()].flatMap(toOne);
  });
}

/** The number of differences, including those that are only counted. */
export function countDifferences(differences: readonly Difference[]): number {
  return differences.reduce((sum, { where }) => sum + placesIn(where), 0);
}

/** Only differences with the same key are joined. What is new, or accepted for another reason, stays separate. */
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
