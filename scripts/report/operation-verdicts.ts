import { type ResultVerdict, type RunResult, verdicts } from '../model/run-result.ts';

/** The verdict on an operation in a region: the worst of its cases; none where it has no case. */
export type Cells = (operationId: string, region: string) => ResultVerdict | undefined;

export function toCells(cases: RunResult['cases']): Cells {
  const worst = new Map<string, ResultVerdict>();
  for (const { operationId, region, verdict } of cases) {
    const cell = cellOf(operationId, region);
    const before = worst.get(cell);
    if (before === undefined || verdicts.indexOf(verdict) < verdicts.indexOf(before))
      worst.set(cell, verdict);
  }
  return (operationId, region) => worst.get(cellOf(operationId, region));
}

function cellOf(operationId: string, region: string): string {
  return JSON.stringify([operationId, region]);
}
