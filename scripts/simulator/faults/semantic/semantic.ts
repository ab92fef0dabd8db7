import type { Fault } from '../fault.ts';
import { detailFaults } from './details.ts';
import { ignoredFilterFaults } from './ignored-filters.ts';
import { listFaults } from './lists.ts';
import { pageFieldFaults } from './page-fields.ts';
import { pageFaults } from './pages.ts';
import { sortFaults } from './sorting.ts';
import { totalFaults } from './totals.ts';
import { windowFaults } from './windows.ts';
import { wrongFilterFaults } from './wrong-filters.ts';

/** Responses that match their schema but are wrong. */
export const semanticFaults: readonly Fault[] = [
  ...ignoredFilterFaults,
  ...wrongFilterFaults,
  ...windowFaults,
  ...sortFaults,
  ...pageFaults,
  ...pageFieldFaults,
  ...listFaults,
  ...totalFaults,
  ...detailFaults,
];
