import { randomUUID } from 'node:crypto';
import { constants, open, rename, rm } from 'node:fs/promises';
import { systemCode, systemReason } from '../base/system-error.ts';
import { UsageError } from '../base/usage-error.ts';

/** A file that only its owner can read: its path, its new text, and its earlier text. */
export type PrivateFile = {
  readonly path: string;
  readonly text: string;
  readonly before: string | undefined;
};

/** The text of a regular file, or `undefined` if it doesn't exist. A symbolic link is not followed. */
export async function readPrivate(path: string): Promise<string | undefined> {
  try {
    // Without NONBLOCK, opening a pipe waits for its writer.
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) throw unusable(path, 'is not a regular file');
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return decoder.decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof TypeError) throw unusable(path, 'is not written in UTF-8');
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw code === 'ELOOP'
      ? unusable(path, 'is a symbolic link, which is not followed')
      : unusable(path, `can't be read (${code})`);
  }
}

/** Writes all files or none, each with mode 600. A file that was created in the meantime is not overwritten. */
export async function writePrivate(files: readonly PrivateFile[]): Promise<void> {
  const written: PrivateFile[] = [];
  try {
    for (const file of files) {
      await (file.before === undefined ? create(file.path, file.text) : replace(file.path, file.text));
      written.push(file);
    }
  } catch (error) {
    const path = files[written.length]?.path ?? '';
    const left = await restore(written);
    const nothing = left.length === 0 ? 'Nothing was written.' : `Still written: ${left.join(', ')}.`;
    throw codeOf(error) === 'EEXIST'
      ? new UsageError(`\`${path}\` was created in the meantime. ${nothing}`)
      : new UsageError(`\`${path}\` can't be written (${systemReason(error)}). ${nothing}`);
  }
}

/** Restores the earlier files. Returns the paths for which that failed. */
async function restore(written: readonly PrivateFile[]): Promise<string[]> {
  const left: string[] = [];
  for (const { path, before } of written) {
    const restored = before === undefined ? rm(path, { force: true }) : replace(path, before);
    await restored.catch(() => left.push(path));
  }
  return left;
}

async function create(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Replaces the file in one step, so that a reader gets either the old or the new text. */
async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await create(temporary, text);
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function unusable(path: string, reason: string): UsageError {
  return new UsageError(`\`${path}\` ${reason}. Nothing was written.`);
}

function codeOf(error: unknown): string {
  return systemCode(error) ?? String(error);
}
