import type { Fault } from '../fault.ts';
import { errorFaults } from './errors.ts';
import { missingFaults } from './missing.ts';
import { shapeFaults } from './shapes.ts';
import { sometimesFaults } from './sometimes.ts';
import { textFaults } from './texts.ts';
import { valueFaults } from './values.ts';

/** Faults of the body: not what its schema says. */
export const bodyFaults: readonly Fault[] = [
  ...missingFaults,
  ...valueFaults,
  ...textFaults,
  ...shapeFaults,
  ...sometimesFaults,
  ...errorFaults,
];
