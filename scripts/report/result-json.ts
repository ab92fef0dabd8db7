import { jsonText } from '../base/json-text.ts';
import { checks, type Outcome } from '../model/outcome.ts';
import type {
  Accepted,
  CaseResult,
  Coverage,
  Covered,
  Deviation,
  Difference,
  Finding,
  Gap,
  JudgedOutcome,
  RegionResult,
  RunResult,
  Unsent,
} from '../model/run-result.ts';
import { startedAt } from './started-at.ts';

/** The program that made a file. */
export type Creator = { readonly name: string; readonly version: string };

/** The result for programs: JSON as `result.schema.json` describes it, keys in the order given here; exchanges are for other files. */
export function toResultJson(result: RunResult, creator: Creator): string {
  const regions = Object.entries(result.regions).map(([name, region]) => [name, inOrder(ofRegion, region)]);
  const { coverage } = result;
  const ordered = {
    creator: inOrder({ name: 1, version: 1 }, creator),
    startedAt: startedAt(result),
    exitCode: result.exitCode,
    strict: result.strict,
    spec: inOrder({ title: 1, version: 1 }, result.spec),
    onlyFailed: result.onlyFailed,
    unsent: result.unsent?.map((each) => inOrder(ofUnsent, each)),
    regions: Object.fromEntries(regions),
    findings: findings(result.findings),
    parity: differences(result.parity),
    fixed: findings(result.fixed),
    fixedParity: differences(result.fixedParity),
    uncompared: findings(result.uncompared),
    uncomparedParity: differences(result.uncomparedParity),
    stale: result.stale?.map((entry) => inOrder({ ...ofDeviation, why: 1 }, entry)),
    notTold: result.notTold?.map((entry) => inOrder({ ...ofDeviation, why: 1 }, entry)),
    coverage: {
      operations: inOrder({ documented: 1, judged: 1 }, coverage.operations),
      responses: inOrder({ documented: 1, provoked: 1 }, coverage.responses),
      parameters: inOrder(ofCovered, coverage.parameters),
      values: inOrder(ofCovered, coverage.values),
      properties: inOrder(ofCovered, coverage.properties),
      headers: inOrder(ofCovered, coverage.headers),
      percent: coverage.percent,
      floor: coverage.floor,
      gaps: coverage.gaps.map((gap) => inOrder(ofGap, gap)),
    } satisfies Record<keyof Coverage, unknown>,
    cases: result.cases.map((each) => ({
      ...inOrder(ofCase, each),
      passed: countPassed(each.outcomes),
      outcomes: each.outcomes.flatMap((outcome) =>
        outcome.verdict === 'passed' ? [] : [withAccepted(ofOutcome, outcome)],
      ),
    })),
  } satisfies Record<Exclude<keyof RunResult, 'exchanges'> | 'creator' | 'startedAt', unknown>;
  return `${jsonText(ordered, 2)}\n`;
}

function findings(all?: readonly Finding[]): object[] | undefined {
  return all?.map((finding) => withAccepted(ofFinding, finding));
}

function differences(all?: readonly Difference[]): object[] | undefined {
  return all?.map((difference) => withAccepted(ofDifference, difference));
}

function withAccepted<T extends { readonly accepted?: Accepted }>(keys: Keys<T>, value: T): object {
  const { accepted } = value;
  const ordered = inOrder(keys, value);
  return accepted === undefined
    ? ordered
    : { ...ordered, accepted: inOrder({ reason: 1, expires: 1 }, accepted) };
}

/** How often each check passed, in the order of the checks: what they say is always the same. */
function countPassed(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const passed = outcomes.filter(({ verdict }) => verdict === 'passed');
  const counts = Object.keys(checks).map(
    (id) => [id, passed.filter(({ check }) => check === id).length] as const,
  );
  return Object.fromEntries(counts.filter(([, number]) => number > 0));
}

/** All keys of a type, in the order in which they are printed: the compiler misses one that is new. */
type Keys<T> = { readonly [K in keyof T]-?: 1 };

function inOrder<T extends object>(keys: Keys<T>, value: T): Readonly<Record<string, unknown>> {
  const own = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(Object.keys(keys).map((key) => [key, own.get(key)]));
}

const ofRegion: Keys<RegionResult> = {
  baseUrl: 1,
  verdict: 1,
  reason: 1,
  requests: 1,
  checks: 1,
  passed: 1,
  failed: 1,
  drift: 1,
  known: 1,
  inconclusive: 1,
  flaky: 1,
  unreachable: 1,
  durationMs: 1,
};

const ofFinding: Keys<Finding> = {
  region: 1,
  operationId: 1,
  case: 1,
  check: 1,
  severity: 1,
  message: 1,
  expected: 1,
  actual: 1,
  pointer: 1,
  instance: 1,
  specLocation: 1,
  curl: 1,
  since: 1,
  accepted: 1,
};

const ofDifference: Keys<Difference> = {
  operationId: 1,
  case: 1,
  what: 1,
  where: 1,
  regions: 1,
  since: 1,
  accepted: 1,
};

const ofUnsent: Keys<Unsent> = { region: 1, operationId: 1, case: 1, reason: 1 };

const ofCovered: Keys<Covered> = { documented: 1, exercised: 1 };

const ofGap: Keys<Gap> = { operationId: 1, what: 1, name: 1, status: 1, reason: 1 };

/** A finding has its command, and so has an exchange its request. */
const ofCase: Keys<Omit<CaseResult, 'shape' | 'headers' | 'curl'>> = {
  region: 1,
  operationId: 1,
  case: 1,
  name: 1,
  verdict: 1,
  reason: 1,
  stopped: 1,
  status: 1,
  mediaType: 1,
  attempts: 1,
  durationMs: 1,
  outcomes: 1,
};

const ofOutcome: Keys<JudgedOutcome> = {
  check: 1,
  verdict: 1,
  message: 1,
  expected: 1,
  actual: 1,
  pointer: 1,
  instance: 1,
  accepted: 1,
};

const ofDeviation: Keys<Deviation> = {
  region: 1,
  operation: 1,
  check: 1,
  case: 1,
  pointer: 1,
  message: 1,
  reason: 1,
  expires: 1,
  location: 1,
};
