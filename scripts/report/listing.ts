import type { Case } from '../cases/case.ts';
import { type ExpectedCheck, expectedChecks } from '../cases/expected-checks.ts';
import type { Plan } from '../cases/plan.ts';
import { requestDifferences } from '../cases/request-summary.ts';
import { limits, type Tier } from '../cases/select.ts';
import type { Api } from '../model/api.ts';
import type { Destination } from '../model/destination.ts';

/** What the suite sends to a region and what it leaves out, with the reasons, as plain data. */
export type Listing = {
  readonly spec: { readonly title: string; readonly version: string };
  readonly tier: Tier;
  /** Where requests go in each region. */
  readonly hosts: readonly Destination[];
  /** All planned requests, in the order in which they are sent. */
  readonly requests: readonly Listed[];
  /** Test cases that are left out, because another test case covers the same clause. */
  readonly spared: readonly Spared[];
  /** Documented responses that no case provokes. */
  readonly unprovoked: readonly Unasked[];
  readonly tiers: Readonly<Record<Tier, Tally>>;
};

type Place = { readonly operationId: string; readonly case: string };

/** A planned request. */
export type Listed = Place & {
  readonly method: string;
  readonly path: string;
  /** How it differs from the plain request of its operation. */
  readonly differs: readonly string[];
  /** Whether it is sent again for each further page. */
  readonly walks: boolean;
  /** The expected statuses. Each one is accepted. Empty if the method is not documented. */
  readonly statuses: readonly string[];
  readonly smoke: boolean;
  readonly checks: readonly ExpectedCheck[];
  readonly why: string;
  /** The values that it can't be sent without. */
  readonly needs: readonly string[];
  /** Why it is not sent. */
  readonly skipped?: string;
};

/** A test case that is left out, and the one that covers its clause. */
export type Spared = Place & { readonly by: Place };

/** A documented response that no case provokes, with the reason. */
export type Unasked = { readonly operationId: string; readonly status: string; readonly reason: string };

/** `checks` counts the checks that any response gets, `open` those that depend on the response. */
export type Tally = {
  readonly limit: number;
  readonly requests: number;
  readonly skipped: number;
  readonly checks: number;
  readonly open: number;
};

/** The test cases that are not sent in each tier, with the reasons. */
export type SkippedByTier = Readonly<Record<Tier, ReadonlyMap<Case, string>>>;

/** All of a listing except where the requests go, which depends on the caller's environment. */
export function toListing(api: Api, plan: Plan, tier: Tier, skipped: SkippedByTier): Omit<Listing, 'hosts'> {
  const { title, version, operations } = api;
  const checksOf = new Map(plan.cases.map((testCase) => [testCase, expectedChecks(testCase, operations)]));
  const tally = (one: Tier): Tally => {
    const sent = plan.cases.filter((testCase) => !skipped[one].has(testCase));
    const checks = sent.flatMap((testCase) => checksOf.get(testCase) ?? []);
    const open = checks.filter((check) => check.if !== undefined).length;
    const left = plan.cases.length - sent.length;
    return { limit: limits[one], requests: sent.length, skipped: left, checks: checks.length - open, open };
  };
  return {
    spec: { title, version },
    tier,
    requests: plan.cases.map((testCase) => {
      const reason = skipped[tier].get(testCase);
      const smoke = plan.smoke.has(testCase);
      return {
        ...toListed(testCase, smoke, checksOf.get(testCase) ?? []),
        ...(reason !== undefined && { skipped: reason }),
      };
    }),
    spared: plan.duplicates.map(({ testCase, by }) => ({ ...placeOf(testCase), by: placeOf(by) })),
    unprovoked: plan.unrequested.map(({ operation, ...rest }) => ({ operationId: operation.id, ...rest })),
    tiers: { smoke: tally('smoke'), full: tally('full') },
  };
}

function toListed(testCase: Case, smoke: boolean, checks: readonly ExpectedCheck[]): Listed {
  const { operation, outgoing, statuses, pageVariable, why } = testCase;
  return {
    ...placeOf(testCase),
    method: outgoing.method ?? operation.method,
    path: operation.path,
    differs: requestDifferences(testCase),
    walks: pageVariable !== undefined,
    statuses,
    smoke,
    checks,
    why,
    needs: needsOf(testCase),
  };
}

function placeOf({ operation, id }: Case): Place {
  return { operationId: operation.id, case: id };
}

function needsOf({ needs, guard }: Case): string[] {
  const given = needs.map((name) => `${name}, from an earlier response`);
  return guard === 'elsewhere' ? [...given, 'a token of another region'] : given;
}
