import type { Fault } from '../fault.ts';
import { detailFaults } from './details.ts';
import { ignoredFilterFaults } from './ignored-filters.ts';
import { listFaults } from './lists.ts';
import { mistakenFilterFaults } from './mistaken-filters.ts';
import { pageWordFaults } from './page-words.ts';
import { pageFaults } from './pages.ts';
import { sortFaults } from './sorting.ts';
import { totalFaults } from './totals.ts';
import { windowFaults } from './windows.ts';

/** Faults of meaning: every answer is of the right form, and wrong. */
export const semanticFaults: readonly Fault[] = [
  ...ignoredFilterFaults,
  ...mistakenFilterFaults,
  ...windowFaults,
  ...sortFaults,
  ...pageFaults,
  ...pageWordFaults,
  ...listFaults,
  ...totalFaults,
  ...detailFaults,
];
