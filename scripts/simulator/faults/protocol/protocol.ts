import type { Fault } from '../fault.ts';
import { byteFaults } from './bytes.ts';
import { connectionFaults } from './connection.ts';
import { headerFaults } from './headers.ts';
import { limitFaults } from './limits.ts';
import { statusFaults } from './statuses.ts';

/** Faults of the status, headers, bytes or timing of responses to valid requests. */
export const protocolFaults: readonly Fault[] = [
  ...statusFaults,
  ...headerFaults,
  ...byteFaults,
  ...limitFaults,
  ...connectionFaults,
];
