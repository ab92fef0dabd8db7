import { readFileSync } from 'node:fs';
import type { OpenAPIV3_1 } from 'openapi-types';
import { parse } from 'yaml';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../scripts/simulator/simulator.ts';

/** 2026-01-20T12:00:00Z, when the simulated regions start; tests move the clock. */
export const start = Date.UTC(2026, 0, 20, 12);

/** All ten days of history and the day after. */
export const wide = { start_time: '2026-01-10T00:00:00', end_time: '2026-01-21T00:00:00' } as const;

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
};
export type Body = Readonly<Record<string, unknown>>;
export type Call = {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>> | string;
  readonly token?: string;
  readonly body?: string;
  readonly type?: string;
};

/** The project's own spec. */
export function readDocument(): OpenAPIV3_1.Document {
  return parse(readFileSync(new URL('../../spec/rivery.openapi.yaml', import.meta.url), 'utf8'));
}

/** A clock that only moves when a test sets it. */
export function createClock(): { now: number; readonly read: () => number } {
  const clock = { now: start, read: () => clock.now };
  return clock;
}

/** Starts both regions at `start`; options can change both. */
export async function startLocal(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({ document: readDocument(), regions: ['us', 'eu'], clock: () => start, ...options });
}

/** Calls one region. Paths may contain `{variable}`; by default the token with all scopes is sent. */
export function caller(simulator: Simulator, name: string): (path: string, call?: Call) => Promise<Reply> {
  const region = simulator.regions.find((one) => one.name === name);
  if (region === undefined) throw new Error(`no region ${name}`);
  return async (path, { method = 'GET', query = '', token, body, type = 'application/json' } = {}) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, variable) => region.variables[variable] ?? variable);
    const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    const response = await fetch(`${region.url}${filled}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token ?? region.variables.token}` }),
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: decode(text) };
  };
}

/** The paths of the eight read operations. */
const environment = '/v1/accounts/{account_id}/environments/{environment_id}';
const river = `${environment}/rivers/{river_id}`;
export const readings = {
  getActivitiesStatistic: `${environment}/activities_statistics`,
  getRiverActivitiesStatistic: `${river}/activities_statistics`,
  getRiverActivitiesTargets: `${river}/activities_targets`,
  getRiverActivitiesRunGroups: `${river}/activities_run_groups`,
  getRiverActivitiesSubRivers: `${river}/activities_sub_rivers`,
  getRiverActivitiesRuns: `${river}/runs`,
  getRiverActivitiesRun: `${river}/runs/{run_id}`,
  getActivities: `${environment}/activities`,
} as const;

/** The objects in `items`. */
export function items(body: Body): readonly Body[] {
  return Array.isArray(body.items) ? body.items.filter(isBody) : [];
}

/** The sum of a numeric property. */
export function sum(rows: readonly Body[], name: string): number {
  return rows.reduce((total, row) => total + Number(row[name]), 0);
}

function decode(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return isBody(value) ? value : {};
  } catch {
    return {};
  }
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null;
}
