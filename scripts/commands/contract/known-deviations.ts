import { groupBy } from '../../base/group-by.ts';
import type { Problem } from '../../base/problem.ts';
import { visible } from '../../base/visible.ts';
import type { Plan } from '../../cases/plan.ts';
import { readText } from '../../io/read-text.ts';
import { acceptKnown } from '../../judge/compare/accept.ts';
import type { Subject } from '../../judge/compare/judged-clauses.ts';
import { parseKnown } from '../../judge/compare/known-table.ts';
import { mayTell } from '../../judge/compare/may-judge.ts';
import { exitCodeAfter } from '../../judge/exit-code-of.ts';
import type { Api } from '../../model/api.ts';
import type { Deviation, RunResult } from '../../model/run-result.ts';
import type { Opened } from '../../openapi/open-spec.ts';
import { type Allowed, toSkipped } from '../../suite/selection.ts';

export type KnownOptions = {
  /** The table of known deviations, in YAML. */
  readonly known?: string;
};

/** A table that is read, but not understood yet. */
type Table = { readonly file: string; readonly text: string };

const mostBytes = 1_000_000;

/** Reads the table, before anything else is done. */
export async function readTable({ known }: KnownOptions): Promise<Table | undefined> {
  if (known === undefined) return undefined;
  return { file: known, text: await readText({ option: '--known', file: known }, mostBytes) };
}

/** The entries, and what is wrong with them. */
export function toDeviations(
  table: Table | undefined,
  { api: { regions }, spec: { bundle } }: Opened,
  plan: Plan,
): { readonly deviations?: readonly Deviation[]; readonly problems: readonly Problem[] } {
  if (table === undefined) return { problems: [] };
  const names = { regions: regions.map(({ name }) => name), cases: casesOf(plan.cases), description: bundle };
  const { deviations, problems } = parseKnown(table.text, table.file, names);
  return { deviations, problems: problems.map((one) => ({ ...one, message: onOneLine(one.message) })) };
}

/** What the file says can't write on the terminal. */
function onOneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}

/** The result with what is known accepted, and the exit status that it has then. */
export function acceptIn(
  result: RunResult,
  deviations: readonly Deviation[] | undefined,
  { api, plan, allowed, strict }: { api: Api; plan: Plan; allowed: Allowed; strict: boolean },
): RunResult {
  if (deviations === undefined) return result;
  const left = toSkipped(plan, { ...allowed, tier: 'full' });
  const asked = {
    regions: api.regions.map(({ name }) => name),
    cases: casesOf(plan.cases.filter((testCase) => !left.has(testCase) && testCase.guard !== 'elsewhere')),
    mayTell: (operationId: string, name: string, subject: Subject): boolean => {
      const testCase = plan.cases.find(({ operation, id }) => operation.id === operationId && id === name);
      return testCase !== undefined && mayTell(testCase, subject, api.operations);
    },
  };
  const today = new Date().toISOString().slice(0, 10);
  const accepted = acceptKnown(result, { deviations, today, asked });
  return { ...accepted, exitCode: exitCodeAfter(accepted, strict) };
}

function casesOf(cases: Plan['cases']): Readonly<Record<string, readonly string[]>> {
  const groups = groupBy(cases, ({ operation }) => operation.id);
  return Object.fromEntries(groups.map((own) => [own[0]?.operation.id ?? '', own.map(({ id }) => id)]));
}
