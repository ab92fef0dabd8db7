import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExitCode } from '../../base/exit-code.ts';
import { readPackage } from '../../base/package.ts';
import { createFolder, writeFiles } from '../../io/write-files.ts';
import { openSpec, printProblems, type SpecOptions } from '../../openapi/open-spec.ts';
import { buildFiles } from '../../suite/build-files.ts';
import type { Context } from '../context.ts';
import { buildSite } from './site/docs.ts';

export type DocsOptions = SpecOptions & { readonly out: string };

/** Writes the documentation as a site that works from the disk or on any static file server. */
export async function docs({ out, ...source }: DocsOptions, io: Context): Promise<ExitCode> {
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
