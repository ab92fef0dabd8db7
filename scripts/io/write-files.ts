import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { remedyFor, systemReason } from '../base/system-error.ts';
import { UsageError } from '../base/usage-error.ts';
import { visibleInFile } from '../base/visible.ts';

type File = { readonly name: string; readonly text: string };

/**
 * Writes files whole or not at all: each under another name first, then all renamed. A name may have a folder in it.
 * Whatever a stage has left in a text, no file holds an unprintable character.
 * @throws a UsageError that names the file which the system refuses
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
    // What can't be removed is in a folder that is gone, or that takes nothing.
    for (const { temporary } of moves) await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A file can't take the place of a folder, and by then others would be renamed. */
async function refuseFolder(target: string): Promise<void> {
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new UsageError(`\`${target}\` could not be written: it is a folder. Move it, or name another one.`);
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

/** Makes sure of a folder to write to, before the work that would be lost without it. */
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

/** One by one: Node's own way never ends where a folder takes none (`/proc`). */
async function createAll(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there?.isDirectory()) return;
  if (there?.isFile()) throw new UsageError(`\`${folder}\` is a file, not a folder. Name another folder.`);
  if (there === undefined && dirname(folder) !== folder) await createAll(dirname(folder));
  await mkdir(folder);
}

/** The names of the files whose text on disk is another one, or that aren't there. */
export async function findStale(folder: string, files: readonly File[]): Promise<string[]> {
  const compared = await Promise.all(
    files.map(async ({ name, text }) => ((await readOr(join(folder, name))) === text ? [] : [name])),
  );
  return compared.flat();
}

/** Files in the folder that carry the same stem and are not among those: nothing generates them any more. */
export async function findOrphans(folder: string, stem: string, files: readonly File[]): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const known = new Set(files.map(({ name }) => name));
  return names.filter((name) => name.startsWith(`${stem}.`) && name.endsWith('.json') && !known.has(name));
}

async function readOr(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
