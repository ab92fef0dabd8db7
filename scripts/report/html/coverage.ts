import { groupBy } from '../../base/group-by.ts';
import { count } from '../../base/words.ts';
import type { Coverage, Gap } from '../../model/run-result.ts';
import { first } from '../page/render.ts';

/** How much of what is documented was exercised, by kind, and the gaps by their reasons. */
export function toCoverage(coverage: Coverage): object {
  const { operations, responses, parameters, values, properties, headers, percent, floor, gaps } = coverage;
  const rows = [
    ['operations', operations.judged, operations.documented],
    ['responses', responses.provoked, responses.documented],
    ['parameters', parameters.exercised, parameters.documented],
    ['values', values.exercised, values.documented],
    ['properties', properties.exercised, properties.documented],
    ['response headers', headers.exercised, headers.documented],
  ] as const;
  return {
    percent,
    floor,
    isBelow: floor !== undefined && percent < floor,
    rows: rows.map(([name, exercised, documented]) => ({
      name,
      exercised,
      documented,
      percent: documented === 0 ? 0 : Math.round((1000 * exercised) / documented) / 10,
    })),
    gaps: count(gaps.length, 'gap'),
    groups: groupBy(gaps, ({ reason }) => reason)
      .toSorted((a, b) => b.length - a.length)
      .map(toGroup),
  };
}

const most = 200;

function toGroup(gaps: readonly Gap[]): object {
  const { items, more } = first(gaps, most);
  return { reason: gaps[0]?.reason ?? '', count: count(gaps.length, 'gap'), names: items.map(nameOf), more };
}

/** `listPets: enum value sort=name`, `listPets: header Retry-After of 429`. */
function nameOf({ operationId, what, name, status }: Gap): string {
  const words =
    what === 'status' ? [what, status] : [what, name, ...(status === undefined ? [] : ['of', status])];
  return `${operationId}: ${words.filter((word) => word !== undefined).join(' ')}`;
}
