import { isObject } from '../base/read.ts';
import type { Steps } from './pattern-steps.ts';

/** Compares the digits of decimals: 19.99 is a multiple of 0.01, although the quotient of the doubles is not an integer. */
export function isMultiple(value: number, step: number): boolean {
  const scale = 10 ** Math.max(decimalsOf(value), decimalsOf(step));
  const [units, size] = [Math.round(value * scale), Math.round(step * scale)];
  if (!Number.isFinite(units) || !Number.isFinite(size) || size === 0) return Number.isInteger(value / step);
  return BigInt(units) % BigInt(size) === 0n;
}

/** How many digits a number has after the point. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

/** JSON with sorted keys, so that equal values have equal texts. */
export function canonical(value: unknown, steps: Steps): string {
  steps.take(1);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, steps)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, steps)}`).join(',')}}`;
}
