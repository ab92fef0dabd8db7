import type { Fault } from '../fault.ts';
import { conditionalFaults } from './conditional.ts';
import { errorFaults } from './errors.ts';
import { missingFaults } from './missing.ts';
import { shapeFaults } from './shapes.ts';
import { textFaults } from './texts.ts';
import { valueFaults } from './values.ts';

/** Bodies that break their schema. */
export const bodyFaults: readonly Fault[] = [
  ...missingFaults,
  ...valueFaults,
  ...textFaults,
  ...shapeFaults,
  ...conditionalFaults,
  ...errorFaults,
];
