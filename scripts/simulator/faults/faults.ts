import { didYouMean } from '../../base/did-you-mean.ts';
import { UsageError } from '../../base/usage-error.ts';
import { bodyFaults } from './body/body.ts';
import type { Fault } from './fault.ts';
import { negativeFaults } from './negative/negative.ts';
import { protocolFaults } from './protocol/protocol.ts';
import { regionFaults } from './region/region.ts';
import { semanticFaults } from './semantic/semantic.ts';

/** All faults. Their ids are unique. */
export const faults: readonly Fault[] = [
  ...bodyFaults,
  ...protocolFaults,
  ...negativeFaults,
  ...semanticFaults,
  ...regionFaults,
];

/**
 * The faults with these ids.
 * @throws UsageError for an unknown id, with similar ids
 */
export function findFaults(ids: readonly string[]): readonly Fault[] {
  return ids.map((id) => {
    const fault = faults.find((candidate) => candidate.id === id);
    if (fault !== undefined) return fault;
    throw new UsageError(
      `There is no fault \`${id}\`.${similarIds(id)} List all with \`simulate --list-faults\`.`,
    );
  });
}

function similarIds(id: string): string {
  const ids = faults.map((known) => known.id);
  const near = id === '' ? [] : ids.filter((known) => known.includes(id) || id.includes(known));
  return near.length === 0 ? didYouMean(id, ids) : ` Similar ones: ${near.slice(0, 8).join(', ')}.`;
}
