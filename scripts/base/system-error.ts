import { getSystemErrorMap } from 'node:util';

/** The reason of a failed system call: `ENOSPC: no space left on device`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = systemCode(error);
  if (code === undefined) return error.message;
  const words = new Map(getSystemErrorMap().values()).get(code);
  return words === undefined ? code : `${code}: ${words}`;
}

/** The code of a system error, such as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the machine is the cause: its disk is full, broken or read-only, or a limit is reached. */
export function isRefusedBySystem(error: unknown): boolean {
  return refusals.has(systemCode(error) ?? '');
}

const refusals: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EACCES', 'EPERM'],
  ...['EMFILE', 'ENFILE', 'ENOMEM'],
]);

/** What to do about a file that could not be written. */
export function remedyFor(error: unknown): string {
  const code = systemCode(error) ?? '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return 'Free some space, or choose a folder on another disk.';
  if (code === 'ENAMETOOLONG') return 'Choose a folder with a shorter path.';
  return 'Choose another folder, or make this one writable.';
}
