import type { Fault } from '../fault.ts';
import { methodFaults } from './methods.ts';
import { parameterFaults } from './parameters.ts';
import { refusalFaults } from './refusals.ts';
import { runBodyFaults } from './run-body.ts';
import { timeAndIdFaults } from './times-and-ids.ts';
import { tokenFaults } from './tokens.ts';
import { unknownIdFaults } from './unknown-ids.ts';

/** Requests that should be rejected are accepted, or are rejected in an undocumented way. */
export const negativeFaults: readonly Fault[] = [
  ...tokenFaults,
  ...unknownIdFaults,
  ...parameterFaults,
  ...timeAndIdFaults,
  ...runBodyFaults,
  ...methodFaults,
  ...refusalFaults,
];
