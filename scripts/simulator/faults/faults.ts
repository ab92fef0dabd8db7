import { bodyFaults } from './body/body.ts';
import type { Fault } from './fault.ts';
import { negativeFaults } from './negative/negative.ts';
import { protocolFaults } from './protocol/protocol.ts';
import { regionFaults } from './region/region.ts';
import { semanticFaults } from './semantic/semantic.ts';

/** Every way in which a simulated region can break the contract. Ids are unique. */
export const faults: readonly Fault[] = [
  ...bodyFaults,
  ...protocolFaults,
  ...negativeFaults,
  ...semanticFaults,
  ...regionFaults,
];

/** The faults with these ids; an unknown id is an Error that lists the known ones. */
export function findFaults(ids: readonly string[]): readonly Fault[] {
  return ids.map((id) => {
    const fault = faults.find((candidate) => candidate.id === id);
    if (fault !== undefined) return fault;
    throw new Error(`Unknown fault \`${id}\`; known are: ${faults.map((known) => known.id).join(', ')}`);
  });
}
