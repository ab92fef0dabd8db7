import { createHash } from 'node:crypto';

/** An id of 24 hexadecimal digits, always the same for the same parts. */
export function objectId(...parts: readonly (string | number)[]): string {
  return digest(parts).slice(0, 24);
}

/** An id of 32 hexadecimal digits, always the same for the same parts. */
export function longId(...parts: readonly (string | number)[]): string {
  return digest(parts).slice(0, 32);
}

/** A whole number below 2^32, always the same for the same parts. */
export function numberFrom(...parts: readonly (string | number)[]): number {
  return Number.parseInt(digest(parts).slice(0, 8), 16);
}

function digest(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('/')).digest('hex');
}
