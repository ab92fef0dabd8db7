import { getSystemErrorMap } from 'node:util';

/** What the system said of a call that failed: `ENOSPC: no space left on device`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = systemCode(error);
  if (code === undefined) return error.message;
  const words = new Map(getSystemErrorMap().values()).get(code);
  return words === undefined ? code : `${code}: ${words}`;
}

/** The code of a system's error, such as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the machine refuses, whatever a program does: its disk is full, broken or read-only, or its limits are met. */
export function isRefusedBySystem(error: unknown): boolean {
  return refusals.has(systemCode(error) ?? '');
}

const refusals: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EACCES', 'EPERM'],
  ...['EMFILE', 'ENFILE', 'ENOMEM'],
]);

/** What to do when a file could not be written. */
export function remedyFor(error: unknown): string {
  const code = systemCode(error) ?? '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return 'Make room, or name a folder on another disk.';
  if (code === 'ENAMETOOLONG') return 'Name a folder with a shorter path.';
  return 'Name another folder, or make this one writable.';
}
