import type { ResultVerdict } from '../model/run-result.ts';
import type { Style } from './terminal/paint.ts';

/** How a verdict is shown: one character wide, and clear without colour. */
export type Sign = { readonly symbol: string; readonly style: Style };

/** The sign of each verdict. */
export const signs: Readonly<Record<ResultVerdict, Sign>> = {
  failed: { symbol: '✗', style: 'bad' },
  unreachable: { symbol: '!', style: 'bad' },
  inconclusive: { symbol: '?', style: 'doubt' },
  flaky: { symbol: '↻', style: 'doubt' },
  drift: { symbol: '~', style: 'doubt' },
  known: { symbol: '≈', style: 'dim' },
  passed: { symbol: '✓', style: 'good' },
  skipped: { symbol: '–', style: 'dim' },
};

/** The responses of regions differ. */
export const unequal: Sign = { symbol: '≠', style: 'bad' };
