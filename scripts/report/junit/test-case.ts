import type { Accepted, CaseResult, Finding, ResultVerdict, Since } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import type { DescribedFinding } from '../headline.ts';
import { termOf, unaccepted } from '../known.ts';

/** The element `failure`, `error` or `skipped` of a test. */
type Child = { readonly '@message': string; readonly '@type'?: string; readonly '#'?: string };

/** The element `testcase`, in the notation of xmlbuilder2: `@` marks attributes, `#` is the text. */
export type TestCase = {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@time': string;
  readonly failure?: Child;
  readonly error?: Child;
  readonly skipped?: Child;
  readonly 'system-out'?: string;
};

/** The test of a test case, with its findings, and with the findings of the baseline that are fixed. */
export function toTestCase(
  result: CaseResult,
  { own, gone, strict }: { own: readonly DescribedFinding[]; gone: readonly Finding[]; strict: boolean },
): TestCase {
  const breaks = breaksOf(result, own, strict);
  const element =
    result.verdict === 'failed' || breaks.length > 0
      ? toFailure(breaks, result, own)
      : elements[result.verdict](result, own);
  const texts = [
    element['system-out'] ?? '',
    ...gone.map(({ check, message }) => `fixed ${check}: ${message}`),
  ];
  return {
    '@name': result.name,
    '@classname': result.operationId,
    '@time': toSeconds(result.durationMs),
    ...element,
    ...(gone.length > 0 && asOutput(texts)),
  };
}

/** A reason why a test case fails the run. */
type Break = { readonly message: string; readonly type: string; readonly since?: Since };

function breaksOf(
  { verdict, reason }: CaseResult,
  findings: readonly DescribedFinding[],
  strict: boolean,
): Break[] {
  const own = (wanted: Finding['severity']): DescribedFinding[] =>
    unaccepted(findings).filter(({ severity }) => severity === wanted);
  const failed = own('failed').map((finding) => toBreak(finding, finding.check));
  if (!strict) return failed;
  const again = { message: reason ?? 'it failed, then passed', ...own('flaky')[0], type: 'flaky' };
  const drift = own('drift').map((finding) => toBreak(finding, 'drift'));
  return [...failed, ...(verdict === 'flaky' ? [again] : []), ...drift];
}

function toBreak({ sentence, since }: DescribedFinding, type: string): Break {
  return { message: sentence, type, ...(since !== undefined && { since }) };
}

function toFailure(
  breaks: readonly Break[],
  { reason }: CaseResult,
  findings: readonly DescribedFinding[],
): Partial<TestCase> {
  const [first = undefined, ...others] = breaks;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const message = `${markOf(breaks)}${first?.message ?? reason ?? 'it failed'}${more}`;
  const text = inFull(findings);
  return {
    failure: { '@message': message, '@type': first?.type ?? 'failed', ...(text !== '' && { '#': text }) },
  };
}

type Element = (result: CaseResult, findings: readonly DescribedFinding[]) => Partial<TestCase>;

const elements: Readonly<Record<Exclude<ResultVerdict, 'failed'>, Element>> = {
  inconclusive: error,
  unreachable: error,
  skipped: ({ reason }) => ({ skipped: { '@message': reason ?? 'it was not sent' } }),
  flaky: ({ reason }, findings) =>
    asOutput([`flaky: ${reason ?? 'it failed, then passed'}`, inFull(findings)]),
  drift: (_, findings) => asOutput([inFull(findings)]),
  known: (_, findings) => ({ skipped: { '@message': knownAs(findings) }, ...asOutput([inFull(findings)]) }),
  passed: () => ({}),
};

/** The message of a skipped test: known deviations are like tests that are expected to fail. */
export function knownAs(all: readonly { readonly accepted?: Accepted }[]): string {
  const terms = all.flatMap(({ accepted }) => (accepted === undefined ? [] : [termOf(accepted)]));
  return `known deviation: ${[...new Set(terms)].join('; ')}`;
}

function error({ verdict, reason }: CaseResult, findings: readonly DescribedFinding[]): Partial<TestCase> {
  const message = reason ?? findings[0]?.sentence ?? 'it could not be judged';
  const text = inFull(findings);
  return { error: { '@message': message, '@type': verdict, ...(text !== '' && { '#': text }) } };
}

function asOutput(texts: readonly string[]): Partial<TestCase> {
  return { 'system-out': texts.filter((text) => text !== '').join('\n\n') };
}

/** Every finding, in the order of the terminal's report. */
function inFull(findings: readonly DescribedFinding[]): string {
  return findings.map(paragraph).join('\n\n');
}

function paragraph(finding: DescribedFinding): string {
  const { severity, check, sentence, since, accepted } = finding;
  const rows = [
    ['since', since === 'new' ? 'this run, the baseline does not have it' : since && 'the baseline'],
    ['expected', finding.expected],
    ['actual', finding.actual],
    ['spec', finding.specLocation ?? finding.pointer],
    ['known deviation', accepted && termOf(accepted)],
    ['curl', finding.curl],
  ] as const;
  const known = rows.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]));
  return [`${severity} ${check}: ${sentence}`, ...known].join('\n');
}

/** Milliseconds as JUnit's seconds, with three decimals and without grouping. */
export function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
