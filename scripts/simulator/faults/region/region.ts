import type { Fault } from '../fault.ts';
import { differentFaults } from './different.ts';
import { otherRegionFaults } from './other-region.ts';
import { unsupportedFaults } from './unsupported.ts';

/** Faults that make one region differ from the others. Use them for one region only. */
export const regionFaults: readonly Fault[] = [
  ...otherRegionFaults,
  ...unsupportedFaults,
  ...differentFaults,
];
