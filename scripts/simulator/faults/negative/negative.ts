import type { Fault } from '../fault.ts';
import { methodFaults } from './methods.ts';
import { parameterFaults } from './parameters.ts';
import { refusalFaults } from './refusals.ts';
import { runBodyFaults } from './run-body.ts';
import { strangerFaults } from './strangers.ts';
import { timeAndIdFaults } from './times-and-ids.ts';
import { tokenFaults } from './tokens.ts';

/** Faults of refusals: requests that should be refused are not, or not in the documented way. */
export const negativeFaults: readonly Fault[] = [
  ...tokenFaults,
  ...strangerFaults,
  ...parameterFaults,
  ...timeAndIdFaults,
  ...runBodyFaults,
  ...methodFaults,
  ...refusalFaults,
];
