import type { Keywords } from './fitting-search.ts';
import { decimalsOf } from './json-value.ts';

/** How many numbers are tried from each side. */
const most = 60;

/** Numbers that may fit all these schemas, the plainest first; in steps if they are multiples. */
export function* fittingNumbers(parts: readonly Keywords[], isInteger: boolean): Generator<number> {
  const all = (...keywords: readonly string[]): number[] =>
    parts
      .flatMap((part) => keywords.map((keyword) => part[keyword]))
      .filter((value) => typeof value === 'number');
  const low = Math.max(...all('minimum', 'exclusiveMinimum'));
  const high = Math.min(...all('maximum', 'exclusiveMaximum'));
  const steps = [...all('multipleOf'), ...(isInteger ? [1] : [])];
  const scale = 10 ** Math.max(0, ...steps.map(decimalsOf));
  const step = steps.map((one) => Math.round(one * scale)).reduce(commonMultiple, 1) / scale;
  if (steps.length === 0) {
    yield* [low, high, (low + high) / 2, 0, 1, 0.5].filter(Number.isFinite);
    for (let turn = 1; turn <= most; turn += 1) yield* between(low, high, turn);
    return;
  }
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  const from = Number.isFinite(first) ? first : Math.min(0, last);
  for (let turn = 0; turn < most; turn += 1) {
    yield Math.round((from + turn) * step * scale) / scale;
    if (!Number.isFinite(first)) yield Math.round((from - turn) * step * scale) / scale;
    if (Number.isFinite(last)) yield Math.round((last - turn) * step * scale) / scale;
  }
}

function between(low: number, high: number, turn: number): number[] {
  if (Number.isFinite(low) && Number.isFinite(high)) return [low + ((high - low) * turn) / (most + 1)];
  if (Number.isFinite(low)) return [low + turn, low + turn / 2];
  return Number.isFinite(high) ? [high - turn, high - turn / 2] : [turn, -turn];
}

function commonMultiple(a: number, b: number): number {
  return (a / commonDivisor(a, b)) * b;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : commonDivisor(b, a % b);
}
