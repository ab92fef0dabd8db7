import { didYouMean } from '../../base/did-you-mean.ts';
import { shellLine } from '../../base/shell-line.ts';
import { UsageError } from '../../base/usage-error.ts';
import { conditionalFaults } from './body/conditional.ts';
import { errorFaults } from './body/errors.ts';
import { missingFaults } from './body/missing.ts';
import { shapeFaults } from './body/shapes.ts';
import { valueFaults } from './body/values.ts';
import type { Fault, FaultChange, FaultChanges, FaultTable } from './fault.ts';
import { parameterFaults } from './negative/parameters.ts';
import { refusalFaults } from './negative/refusals.ts';
import { runBodyFaults } from './negative/run-body.ts';
import { tokenFaults } from './negative/tokens.ts';
import { unknownIdFaults } from './negative/unknown-ids.ts';
import { byteFaults } from './protocol/bytes.ts';
import { interruptionFaults } from './protocol/interruptions.ts';
import { statusAndHeaderFaults } from './protocol/status-and-headers.ts';
import { differentFaults } from './region/different.ts';
import { otherRegionFaults } from './region/other-region.ts';
import { unsupportedFaults } from './region/unsupported.ts';
import { detailFaults } from './semantic/details.ts';
import { filterFaults } from './semantic/filters.ts';
import { listFaults } from './semantic/lists.ts';
import { pageFaults } from './semantic/pages.ts';
import { sortFaults } from './semantic/sorting.ts';
import { totalFaults } from './semantic/totals.ts';

/** All faults. Their ids are unique. */
export const faults: readonly Fault[] = [
  // Bodies that break their schema.
  ...toFaults('body', missingFaults, valueFaults, shapeFaults, conditionalFaults, errorFaults),
  // The status, headers, bytes or timing of responses to valid requests.
  ...toFaults('protocol', statusAndHeaderFaults, byteFaults, interruptionFaults),
  // Requests that should be rejected are accepted, or are rejected in an undocumented way.
  ...toFaults('negative', tokenFaults, unknownIdFaults, parameterFaults, runBodyFaults, refusalFaults),
  // Responses that match their schema but are wrong.
  ...toFaults('semantic', filterFaults, sortFaults, pageFaults, listFaults, totalFaults, detailFaults),
  // What makes one region differ from the others. Use these for one region only.
  ...toFaults('region', otherRegionFaults, unsupportedFaults, differentFaults),
];

/**
 * The faults with these ids.
 * @throws UsageError for an unknown id, with similar ids
 */
export function findFaults(ids: readonly string[]): readonly Fault[] {
  return ids.map((id) => {
    const fault = faults.find((candidate) => candidate.id === id);
    if (fault !== undefined) return fault;
    const list = shellLine('simulate', ['--list-faults']);
    throw new UsageError(`There is no fault \`${id}\`.${similarIds(id)} List all faults with \`${list}\`.`);
  });
}

function toFaults(name: Fault['class'], ...tables: readonly FaultTable[]): readonly Fault[] {
  return tables.flatMap((table) =>
    Object.entries(table).map(([id, { title, ...changes }]) => ({
      id,
      class: name,
      title,
      apply: toChange(changes),
    })),
  );
}

/** The change for the response; one for the operation goes before one for all operations. */
function toChange(changes: FaultChanges): FaultChange {
  const byPlace = new Map<string, FaultChange | undefined>(Object.entries(changes));
  return (response, exchange) => {
    const { status } = response;
    const place = status === 200 ? `${exchange.operationId}` : `${exchange.operationId} ${status}`;
    const change = byPlace.get(place) ?? byPlace.get(`${status}`);
    return change === undefined ? response : change(response, exchange);
  };
}

function similarIds(id: string): string {
  const ids = faults.map((known) => known.id);
  const near = id === '' ? [] : ids.filter((known) => known.includes(id) || id.includes(known));
  return near.length === 0 ? didYouMean(id, ids) : ` Similar ones: ${near.slice(0, 8).join(', ')}.`;
}
