import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../docs/docs.ts';
import { ExitCode } from '../exit-code.ts';
import { readPackage } from '../package.ts';
import { createFolder, writeFiles } from '../write-files.ts';
import { buildFiles } from './build-files.ts';
import type { World } from './io.ts';
import { openSpec, printProblems, type SpecOptions } from './open-spec.ts';

export type DocsOptions = SpecOptions & { readonly out: string };

/** Writes the documentation as a site that is opened from the disk, or put on any server of files. */
export async function docs({ out, ...source }: DocsOptions, io: World): Promise<ExitCode> {
  const opened = await openSpec(source, io);
  const built = opened === undefined ? undefined : await buildFiles(opened, io);
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const { bin, version } = readPackage();
  await createFolder(out);
  const { files, problems } = await buildSite(opened, built.files, `${bin} ${version}`);
  printProblems(problems, io);
  if (problems.length > 0) return ExitCode.badSpec;
  await writeFiles(out, files);
  for (const { name } of files) io.out(`${out}/${name}`);
  io.err(`Open it in a browser: ${pathToFileURL(resolve(out, 'index.html')).href}`);
  return ExitCode.kept;
}
