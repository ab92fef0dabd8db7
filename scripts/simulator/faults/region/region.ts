import type { Fault } from '../fault.ts';
import { elsewhereFaults } from './elsewhere.ts';
import { fewerFaults } from './fewer.ts';
import { otherwiseFaults } from './otherwise.ts';

/** Faults that make one region differ from the others: meant to be put on one only. */
export const regionFaults: readonly Fault[] = [...elsewhereFaults, ...fewerFaults, ...otherwiseFaults];
