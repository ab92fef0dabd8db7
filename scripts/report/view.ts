import { regionCaseKey } from '../base/case-key.ts';
import { groupBy } from '../base/group-by.ts';
import { listOf } from '../base/words.ts';
import {
  type Difference,
  type Finding,
  type ResultVerdict,
  type RunResult,
  verdicts,
} from '../model/run-result.ts';
import { againstBaseline, markOf, subjectOf } from './baseline-marks.ts';
import { type Cause, elsewhere, regionsOf, toCauses, toUnequal } from './causes.ts';
import { type DescribedFinding, toSentence } from './headline.ts';
import { unaccepted } from './known.ts';
import { type Section, toSections } from './sections.ts';
import { type VerdictLine, verdictLine } from './verdict.ts';

/** What every report shows, in this order, as plain data. A writer only lays it out. */
export type ReportView = Omit<RunResult, 'findings'> & {
  readonly verdict: VerdictLine;
  /** How the run compares with the baseline. Missing without a baseline. */
  readonly compared?: string;
  readonly matrix: Matrix;
  /** The clauses that failed. */
  readonly failures: readonly CauseView[];
  readonly differences: readonly DifferenceView[];
  /** Everything else that happened. */
  readonly sections: readonly Section[];
  readonly findings: readonly DescribedFinding[];
  /** The clauses in drift. `sections` has them, too. */
  readonly drift: readonly CauseView[];
};

/** The verdict on each operation in each region. */
export type Matrix = {
  readonly rows: readonly {
    readonly operation: string;
    /** The worst verdict of the test cases in each region, in the order of the regions. `undefined` without a test case. */
    readonly verdicts: readonly (ResultVerdict | undefined)[];
    readonly isDifferent: boolean;
  }[];
  /** Whether the regions differ in any operation. */
  readonly isDifferent: boolean;
};

/** A broken clause, with all findings about it. */
export type CauseView = {
  /** `new: ` or `new in part: ` if the baseline does not have it; otherwise empty. */
  readonly mark: string;
  readonly sentence: string;
  readonly operation: string;
  readonly regions: string;
  readonly check: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly spec: string | undefined;
  readonly cases: string;
  readonly also: readonly string[];
  readonly curl: string | undefined;
  readonly cause: Cause;
};

/** A difference between regions, with all differences of the same kind. */
export type DifferenceView = {
  readonly mark: string;
  readonly sentence: string;
  readonly operation: string;
  readonly cases: string;
  /** The first difference of the group. It says what each region returned. */
  readonly first: Difference;
  /** The other operations with the same difference. */
  readonly also: readonly string[];
  readonly group: readonly Difference[];
};

/** The headings of the main parts. Each section has its own. */
export const headings = {
  failures: 'Broken clauses',
  differences: 'Differences between regions',
  sections: 'Other findings',
} as const;

/** Groups the findings of a result by cause, and puts everything into sentences. */
export function toView(result: RunResult): ReportView {
  const statuses = new Map(result.cases.map((one) => [regionCaseKey(one), one.status]));
  const findings = result.findings.map((finding) => {
    return { ...finding, sentence: toSentence(finding, statuses.get(regionCaseKey(finding))) };
  });
  const compared = againstBaseline(result);
  /** If the responses have several statuses, the sentence names none of them. */
  const toFirst = ({ first, same }: Cause<DescribedFinding>): DescribedFinding =>
    new Set(same.map((one) => statuses.get(regionCaseKey(one)))).size === 1
      ? first
      : { ...first, sentence: toSentence(first, undefined) };
  const causesOf = (severity: Finding['severity']): CauseView[] =>
    toCauses(unaccepted(findings).filter((finding) => finding.severity === severity)).map((cause) =>
      toCauseView({ ...cause, first: toFirst(cause) }),
    );
  return {
    ...result,
    verdict: verdictLine(result),
    ...(compared !== undefined && { compared }),
    matrix: toMatrix(result),
    failures: causesOf('failed'),
    differences: toUnequal(unaccepted(result.parity)).flatMap(toDifferenceView),
    sections: toSections({ ...result, findings }),
    findings,
    drift: causesOf('drift'),
  };
}

type Headline = Pick<CauseView, 'mark' | 'sentence' | 'operation' | 'regions'>;

/** `200 response has no "skipped" (getActivitiesStatistic, eu)` */
export function headlineOf({ mark, sentence, operation, regions }: Headline): string {
  return `${mark}${sentence} (${operation}, ${regions})`;
}

function toMatrix({ cases, regions, parity }: RunResult): Matrix {
  const names = Object.keys(regions);
  const differ = new Set(unaccepted(parity).map(({ operationId }) => operationId));
  const rows = groupBy(cases, ({ operationId }) => operationId).map((own) => {
    const operation = own[0]?.operationId ?? '';
    const worstIn = (name: string): ResultVerdict | undefined =>
      verdicts.find((verdict) => own.some((one) => one.region === name && one.verdict === verdict));
    return { operation, verdicts: names.map(worstIn), isDifferent: differ.has(operation) };
  });
  return { rows, isDifferent: differ.size > 0 };
}

function toCauseView(cause: Cause<DescribedFinding>): CauseView {
  const { first, same, also } = cause;
  const { sentence, operationId, check, expected, actual, curl } = first;
  return {
    mark: markOf([...same, ...also.flat()]),
    sentence,
    operation: operationId,
    regions: listOf(regionsOf(same)),
    check,
    expected,
    actual,
    spec: first.specLocation ?? first.pointer,
    cases: casesOf(same),
    also: elsewhere(cause),
    curl,
    cause,
  };
}

/** The test cases. A case that is not broken in all these regions is followed by those where it is. */
function casesOf(findings: readonly Finding[]): string {
  const all = regionsOf(findings).length;
  return groupBy(findings, (finding) => finding.case)
    .map((group) => ({ name: group[0]?.case ?? '', regions: regionsOf(group) }))
    .map(({ name, regions }) => (regions.length === all ? name : `${name} (${regions.join(', ')})`))
    .join(', ');
}

function toDifferenceView(group: readonly Difference[]): DifferenceView[] {
  const [own = [], ...others] = groupBy(group, ({ operationId }) => operationId);
  const [first] = own;
  if (first === undefined) return [];
  const casesIn = (some: readonly Difference[]): string => some.map((one) => one.case).join(', ');
  const { operationId: operation } = first;
  const sentence = `${subjectOf(first)} differs`;
  const also = others.map((some) => `${some[0]?.operationId} (${casesIn(some)})`);
  return [{ mark: markOf(group), sentence, operation, cases: casesIn(own), first, also, group }];
}
