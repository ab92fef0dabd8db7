import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../base/usage-error.ts';

/** A file that an option names. */
export type Named = { readonly option: string; readonly file: string };

/** The text of a file of at most `maxBytes`. @throws UsageError if it can't be read */
export async function readText(named: Named, maxBytes: number): Promise<string> {
  const { file } = named;
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw unusable(named, 'it is a folder');
    // A pipe or a device may never end.
    if (!found.isFile()) throw unusable(named, 'it is not a regular file');
    if (found.size > maxBytes) throw unusable(named, `it is larger than ${maxBytes / 1_000_000} MB`);
    if (found.size === 0) throw unusable(named, 'it is empty');
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unusable(named, `it can't be read (${reason})`);
  }
}

/** The usage error for a file that can't be used, in one line. */
export function unusable({ option, file }: Named, reason: string): UsageError {
  return new UsageError(`${option} ${file}: ${reason}.`);
}
