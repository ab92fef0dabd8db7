import { ExitCode } from '../../scripts/base/exit-code.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import {
  type CaseResult,
  type Finding,
  type Gap,
  type RegionResult,
  type ResultVerdict,
  type RunResult,
  verdicts,
} from '../../scripts/model/run-result.ts';
import { toExchange } from './exchanges.ts';

const urls: Readonly<Record<string, string>> = {
  us: 'https://api.ferries.example',
  eu: 'https://api.eu-west-1.ferries.example',
};

/** The cases of each operation. */
export const operations: Readonly<Record<string, readonly string[]>> = {
  bookPassage: ['success', 'wrong-token'],
  listSailings: ['success', 'wrong-token', 'missing-from'],
  getSailing: ['success', 'wrong-token', 'unknown-sailing_id'],
  getHarbourStatistic: ['success', 'wrong-token'],
};

const statuses: Readonly<Record<string, number>> = {
  success: 200,
  'wrong-token': 401,
  'missing-from': 422,
  'unknown-sailing_id': 404,
};

const checked = ['status', 'media-type', 'json', 'schema'] as const;

/** Changes to the case of a green run that has this place. */
export type Change = {
  readonly at: { readonly region?: string; readonly operationId?: string; readonly case?: string };
  /** Takes the place of the outcome of the same check. */
  readonly outcome?: Outcome;
  readonly verdict?: ResultVerdict;
  /** It was to be sent and was not. */
  readonly isLost?: true;
  readonly reason?: string;
  readonly status?: number;
};

const gaps: readonly Gap[] = [
  ...Object.keys(operations).map((operationId) => ({
    operationId,
    what: 'status' as const,
    status: '429',
    reason: 'would need more requests than the limit allows',
  })),
  ...Object.keys(operations).map((operationId) => ({
    operationId,
    what: 'header' as const,
    name: 'Retry-After',
    status: '429',
    reason: 'would need more requests than the limit allows',
  })),
  {
    operationId: 'listSailings',
    what: 'status',
    status: '403',
    reason: 'needs a second token that lacks the scope',
  },
  {
    operationId: 'listSailings',
    what: 'enum value',
    name: 'status=boarding',
    reason: 'tested with getSailing instead',
  },
  {
    operationId: 'getSailing',
    what: 'property',
    name: '/delay',
    status: '200',
    reason: 'no response has it',
  },
];

type Extra = Partial<Pick<RunResult, 'exitCode' | 'parity'>> & {
  readonly reasons?: Readonly<Record<string, string>>;
};

/** A run of four operations in two regions: green but for the changes. */
export function runResult(changes: readonly Change[], extra: Extra = {}): RunResult {
  const cases = Object.keys(urls).flatMap((region) =>
    Object.entries(operations).flatMap(([operationId, names]) =>
      names.map((name) =>
        changes
          .filter(({ at }) => fits(at, { region, operationId, case: name }))
          .reduce(change, green(region, operationId, name)),
      ),
    ),
  );
  const judged = new Set(
    cases.filter(({ outcomes }) => outcomes.length > 0).map(({ operationId }) => operationId),
  );
  const provoked = new Set(
    cases.filter(({ outcomes }) => outcomes.length > 0).map((each) => `${each.operationId} ${each.case}`),
  );
  return {
    exitCode: extra.exitCode ?? ExitCode.kept,
    spec: { title: 'Ferries', version: '1.2.0' },
    regions: Object.fromEntries(Object.keys(urls).map((region) => [region, toRegion(region, cases, extra)])),
    cases,
    findings: cases.flatMap(toFindings),
    parity: extra.parity ?? [],
    coverage: {
      operations: { documented: 4, judged: judged.size },
      responses: { documented: 14, provoked: provoked.size },
      parameters: { documented: 12, exercised: 12 },
      values: { documented: 9, exercised: 8 },
      properties: { documented: 31, exercised: 30 },
      headers: { documented: 4, exercised: 0 },
      percent: 86.4,
      gaps: [...gaps],
    },
    exchanges: cases
      .filter(({ attempts }) => attempts > 0)
      .map((each, index) => toExchange(each, urls[each.region] ?? '', index)),
  };
}

function fits(at: Change['at'], place: Required<Change['at']>): boolean {
  return (
    (at.region ?? place.region) === place.region &&
    (at.operationId ?? place.operationId) === place.operationId &&
    (at.case ?? place.case) === place.case
  );
}

function green(region: string, operationId: string, name: string): CaseResult {
  const passed = checked.map((check): Outcome => ({ check, verdict: 'passed', message: `${check} is fine` }));
  const kind = name === 'success' ? '' : `: ${statuses[name]} for ${name}`;
  return {
    region,
    operationId,
    case: name,
    name: `${operationId}${kind}`,
    verdict: 'passed',
    outcomes: passed,
    status: statuses[name] ?? 200,
    mediaType: 'application/json',
    curl: `curl --include --globoff --path-as-is '${urls[region]}/v1/lines/4711/${operationId}?from=2026-01-12T00:00:00&items_per_page=50' --header 'Authorization: Bearer '"$FERRIES_${region.toUpperCase()}_TOKEN" --header 'Accept: application/json'`,
    attempts: 1,
    durationMs: region === 'us' ? 120 : 185,
  };
}

function change(result: CaseResult, { outcome, verdict, isLost, reason, status }: Change): CaseResult {
  const told = reason === undefined ? {} : { reason };
  if (verdict !== undefined && (isLost || verdict === 'skipped' || verdict === 'unreachable')) {
    const { region, operationId, case: id, name } = result;
    return {
      region,
      operationId,
      case: id,
      name,
      verdict,
      ...told,
      outcomes: [],
      attempts: verdict === 'unreachable' ? 1 : 0,
      durationMs: 0,
    };
  }
  const outcomes = result.outcomes.map((each) => (each.check === outcome?.check ? outcome : each));
  const answered = status === undefined ? {} : { status };
  return {
    ...result,
    ...told,
    ...answered,
    outcomes,
    verdict: verdict ?? outcome?.verdict ?? result.verdict,
  };
}

function toFindings(result: CaseResult): Finding[] {
  const { region, operationId, case: name, curl, verdict, reason } = result;
  const place = { region, operationId, case: name };
  const again = curl === undefined ? {} : { curl };
  const broken = result.outcomes.flatMap((outcome): Finding[] => {
    const { verdict: severity, pointer, ...rest } = outcome;
    if (severity === 'passed') return [];
    const where =
      pointer === undefined ? {} : { pointer, specLocation: `spec/ferries.yaml:${pointer.length * 7}:11` };
    return [{ ...place, ...rest, severity, ...where, ...again }];
  });
  if (broken.length > 0) return broken;
  if (verdict !== 'unreachable' && verdict !== 'inconclusive') return [];
  return [
    { ...place, check: 'answer', severity: verdict, message: reason ?? 'it could not be judged', ...again },
  ];
}

function toRegion(region: string, cases: readonly CaseResult[], { reasons }: Extra): RegionResult {
  const own = cases.filter((each) => each.region === region);
  const outcomes = own.flatMap((each) => each.outcomes);
  const having = (verdict: ResultVerdict): number => own.filter((each) => each.verdict === verdict).length;
  const found = (verdict: Outcome['verdict']): number =>
    outcomes.filter((each) => each.verdict === verdict).length;
  const sent = own.filter(({ attempts }) => attempts > 0);
  const reason = reasons?.[region];
  return {
    baseUrl: urls[region] ?? '',
    verdict: verdicts.find((verdict) => having(verdict) > 0) ?? 'skipped',
    ...(reason !== undefined && { reason }),
    requests: sent.length,
    checks: outcomes.length - found('inconclusive'),
    passed: found('passed'),
    failed: found('failed'),
    drift: found('drift'),
    known: 0,
    inconclusive: found('inconclusive'),
    flaky: having('flaky'),
    unreachable: having('unreachable'),
    durationMs: own.reduce((sum, each) => sum + each.durationMs, 0),
  };
}
