import type { Accepted, CaseResult, Finding, ResultVerdict, RunResult } from '../../model/run-result.ts';
import { termOf, unaccepted } from '../known.ts';
import { markOf } from '../since.ts';
import { toSeconds } from './seconds.ts';

type Told = { readonly '@message': string; readonly '@type'?: string; readonly '#'?: string };

/** Keys are XML names in the notation of xmlbuilder2: `@` for attributes, `#` for text. */
export type TestCase = {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@time': string;
  readonly failure?: Told;
  readonly error?: Told;
  readonly skipped?: Told;
  readonly 'system-out'?: string;
};

/** A case as a test, with what its findings say, and what the baseline found that is gone. */
export function toTestCase(
  result: CaseResult,
  { findings, fixed = [] }: Pick<RunResult, 'findings' | 'fixed'>,
): TestCase {
  const own = findings.filter((finding) => isOf(finding, result));
  const gone = fixed.filter((finding) => isOf(finding, result));
  const element = elements[result.verdict](result, own);
  const texts = [
    element['system-out'] ?? '',
    ...gone.map(({ check, message }) => `fixed ${check}: ${message}`),
  ];
  return {
    '@name': result.name,
    '@classname': result.operationId,
    '@time': toSeconds(result.durationMs),
    ...element,
    ...(gone.length > 0 && told(texts)),
  };
}

type Element = (result: CaseResult, findings: readonly Finding[]) => Partial<TestCase>;

const elements: Readonly<Record<ResultVerdict, Element>> = {
  failed: (result, findings) => {
    const failed = unaccepted(findings).filter(({ severity }) => severity === 'failed');
    const [first = undefined, ...others] = failed;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const message = `${markOf(failed)}${first?.message ?? result.reason ?? 'it failed'}${more}`;
    return { failure: { '@message': message, '@type': first?.check ?? 'failed', '#': inFull(findings) } };
  },
  inconclusive: error,
  unreachable: error,
  skipped: ({ reason }) => ({ skipped: { '@message': reason ?? 'it was not sent' } }),
  flaky: ({ reason }, findings) => told([`flaky: ${reason ?? 'it failed, then passed'}`, inFull(findings)]),
  drift: (_, findings) => told([inFull(findings)]),
  known: (_, findings) => ({ skipped: { '@message': knownAs(findings) }, ...told([inFull(findings)]) }),
  passed: () => ({}),
};

/** As a test that is expected to fail. */
export function knownAs(all: readonly { readonly accepted?: Accepted }[]): string {
  const terms = all.flatMap(({ accepted }) => (accepted === undefined ? [] : [termOf(accepted)]));
  return `known deviation: ${[...new Set(terms)].join('; ')}`;
}

function error({ verdict, reason }: CaseResult, findings: readonly Finding[]): Partial<TestCase> {
  const message = reason ?? findings[0]?.message ?? 'it could not be judged';
  const text = inFull(findings);
  return { error: { '@message': message, '@type': verdict, ...(text !== '' && { '#': text }) } };
}

function told(texts: readonly string[]): Partial<TestCase> {
  return { 'system-out': texts.filter((text) => text !== '').join('\n\n') };
}

/** Every finding, in the order of the terminal's report. */
function inFull(findings: readonly Finding[]): string {
  return findings.map(paragraph).join('\n\n');
}

function paragraph({
  severity,
  check,
  message,
  expected,
  actual,
  specLocation,
  pointer,
  since,
  accepted,
  curl,
}: Finding): string {
  const rows = [
    ['since', since === 'new' ? 'this run, the baseline does not have it' : since && 'the baseline'],
    ['expected', expected],
    ['actual', actual],
    ['spec', specLocation ?? pointer],
    ['known deviation', accepted && termOf(accepted)],
    ['curl', curl],
  ] as const;
  const known = rows.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]));
  return [`${severity} ${check}: ${message}`, ...known].join('\n');
}

function isOf(finding: Finding, result: CaseResult): boolean {
  const { region, operationId, case: name } = result;
  return finding.region === region && finding.operationId === operationId && finding.case === name;
}
