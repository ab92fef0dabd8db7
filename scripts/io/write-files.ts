import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { remedyFor, systemCode, systemReason } from '../base/system-error.ts';
import { UsageError } from '../base/usage-error.ts';
import { visibleInFile } from '../base/visible.ts';

type File = { readonly name: string; readonly text: string };

/**
 * Writes all files or none: each under a temporary name first, then all are renamed. A name may contain a folder.
 * Escapes unprintable characters.
 * @throws UsageError with the file that the system refuses
 */
export async function writeFiles(folder: string, files: readonly File[]): Promise<void> {
  for (const path of new Set([folder, ...files.map(({ name }) => dirname(join(folder, name)))])) {
    await createFolder(path);
  }
  const moves = files.map(({ name, text }) => {
    const target = join(folder, name);
    return { target, temporary: `${target}.${process.pid}.tmp`, text };
  });
  const written: string[] = [];
  try {
    for (const { target } of moves) await refuseFolder(target);
    for (const { target, temporary, text } of moves) {
      await writeFile(temporary, visibleInFile(text)).catch(refuse(target, written));
    }
    for (const { temporary, target } of moves) {
      await rename(temporary, target).catch(refuse(target, written));
      written.push(target);
    }
  } finally {
    // Removal only fails if the folder is gone or read-only.
    for (const { temporary } of moves) await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Checked first: a file can't replace a folder, and the failure would come after other files are renamed. */
async function refuseFolder(target: string): Promise<void> {
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new UsageError(
      `\`${target}\` could not be written: it is a folder. Move it, or choose another name.`,
    );
  }
}

function refuse(target: string, written: readonly string[]): (error: unknown) => never {
  return (error) => {
    const others = written.length === 0 ? '' : ` Written before it: ${written.join(', ')}.`;
    throw new UsageError(
      `\`${target}\` could not be written (${systemReason(error)}). ${remedyFor(error)}${others}`,
    );
  };
}

/** Creates the output folder early, so that no work is lost if that fails. */
export async function createFolder(folder: string): Promise<void> {
  try {
    await createAll(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The folder \`${folder}\` can't be written to (${systemReason(error)}). ${remedyFor(error)}`,
    );
  }
}

/** Creates the folders one by one, because Node's recursive `mkdir` never ends under `/proc`. */
async function createAll(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there?.isDirectory()) return;
  if (there?.isFile()) throw new UsageError(`\`${folder}\` is a file, not a folder. Choose another folder.`);
  if (there === undefined && dirname(folder) !== folder) await createAll(dirname(folder));
  await mkdir(folder);
}

/** A file that is not on disk as it would be written. */
export type Outdated = { readonly name: string; readonly state: 'missing' | 'stale' };

export async function findOutdated(folder: string, files: readonly File[]): Promise<Outdated[]> {
  const compared = await Promise.all(
    files.map(async ({ name, text }): Promise<Outdated[]> => {
      const state = await compare(join(folder, name), text);
      return state === 'current' ? [] : [{ name, state }];
    }),
  );
  return compared.flat();
}

/** Files in the folder with the same stem that are no longer generated. */
export async function findOrphans(folder: string, stem: string, files: readonly File[]): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const known = new Set(files.map(({ name }) => name));
  return names.filter((name) => name.startsWith(`${stem}.`) && name.endsWith('.json') && !known.has(name));
}

/** A file that exists but can't be read is stale. */
async function compare(file: string, text: string): Promise<Outdated['state'] | 'current'> {
  try {
    return (await readFile(file, 'utf8')) === text ? 'current' : 'stale';
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'missing' : 'stale';
  }
}
