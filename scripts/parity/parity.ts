import type { CaseResult, Difference } from '../model/run-result.ts';

const compared = [
  { what: 'status', of: ({ status }: CaseResult) => String(status) },
  { what: 'media type', of: ({ mediaType }: CaseResult) => mediaType ?? 'none' },
] as const;

/** Cases that regions answered in different ways. Only those that were judged in each are
 * compared, and drift, which is reported by itself, is not. */
export function toDifferences(cases: readonly CaseResult[]): Difference[] {
  const groups = new Map<string, CaseResult[]>();
  for (const result of cases) {
    if (result.verdict !== 'passed' && result.verdict !== 'failed') continue;
    const key = `${result.operationId} ${result.case}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap(differencesIn);
}

function differencesIn(results: readonly CaseResult[]): Difference[] {
  const [first] = results;
  if (first === undefined) return [];
  return compared.flatMap(({ what, of }) => {
    const answers = results.map((result) => [result.region, of(result)] as const);
    if (new Set(answers.map(([, answer]) => answer)).size < 2) return [];
    return [{ operationId: first.operationId, case: first.case, what, regions: Object.fromEntries(answers) }];
  });
}
