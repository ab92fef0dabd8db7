import type { Answer } from '../answer.ts';
import type { Fault } from './fault.ts';

const showsRuns: ReadonlySet<string | undefined> = new Set([
  'getRiverActivitiesRuns',
  'getRiverActivitiesRun',
]);

/** Faults of the body of a success: not what its schema says. */
export const bodyFaults: readonly Fault[] = [
  {
    id: 'body-property-renamed',
    class: 'body',
    title: 'Runs call their `run_id` `runId`',
    apply: (answer, { operationId }) =>
      showsRuns.has(operationId)
        ? mapEntries(answer, (key, value) => [key === 'run_id' ? 'runId' : key, value])
        : answer,
  },
  {
    id: 'body-null-where-required',
    class: 'body',
    title: 'The units of runs are null',
    apply: (answer, { operationId }) =>
      showsRuns.has(operationId)
        ? mapEntries(answer, (key, value) => [key, key === 'units' ? null : value])
        : answer,
  },
];

/** The answer with the entries of all its objects changed; errors stay as they are. */
function mapEntries(
  answer: Answer,
  change: (key: string, value: unknown) => readonly [string, unknown],
): Answer {
  return answer.status === 200 ? { ...answer, body: mapValue(answer.body, change) } : answer;
}

function mapValue(
  value: unknown,
  change: (key: string, value: unknown) => readonly [string, unknown],
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => change(key, mapValue(inner, change))),
  );
}
